package assay.kernels.call;

import assay.kernels.Adam;
import assay.kernels.AdaptiveAvgPool2d;
import assay.kernels.AvgPool2d;
import assay.kernels.BatchNorm2d;
import assay.kernels.BatchNorm2dEval;
import assay.kernels.ConfusionMatrix;
import assay.kernels.Conv2d;
import assay.kernels.Conv2dInputGradient;
import assay.kernels.Conv2dWeightGradient;
import assay.kernels.CrossEntropy;
import assay.kernels.CrossEntropyGradient;
import assay.kernels.Dropout;
import assay.kernels.Flatten;
import assay.kernels.ImagesFromColumns;
import assay.kernels.KFold;
import assay.kernels.LeakyRelu;
import assay.kernels.Linear;
import assay.kernels.LinearWeightGradient;
import assay.kernels.LogSoftmax;
import assay.kernels.MaxPool2d;
import assay.kernels.MaxPool2dGradient;
import assay.kernels.MiniBatches;
import assay.kernels.MultiStepLr;
import assay.kernels.Relu;
import assay.kernels.ReluGradient;
import assay.kernels.ResidualBlock;
import assay.kernels.Rmsprop;
import assay.kernels.Sgd;
import assay.kernels.Sigmoid;
import assay.kernels.SimpleConvNet;
import assay.kernels.Softmax;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kernels that an assignment can ask for, by their names in {@code torch.nn.functional} where they are there. */
public enum Kernel {
    MAX_POOL2D(MaxPool2d.class),
    AVG_POOL2D(AvgPool2d.class),
    CONV2D(Conv2d.class),
    BATCH_NORM2D(BatchNorm2d.class),
    SIGMOID(Sigmoid.class),
    CROSS_ENTROPY(CrossEntropy.class),
    RELU(Relu.class),
    LEAKY_RELU(LeakyRelu.class),
    LINEAR(Linear.class),
    FLATTEN(Flatten.class),
    SOFTMAX(Softmax.class),
    LOG_SOFTMAX(LogSoftmax.class),
    ADAPTIVE_AVG_POOL2D(AdaptiveAvgPool2d.class),
    SIMPLE_CONV_NET(SimpleConvNet.class),
    CONV2D_INPUT_GRADIENT(Conv2dInputGradient.class),
    CONV2D_WEIGHT_GRADIENT(Conv2dWeightGradient.class),
    RELU_GRADIENT(ReluGradient.class),
    MAX_POOL2D_GRADIENT(MaxPool2dGradient.class),
    LINEAR_WEIGHT_GRADIENT(LinearWeightGradient.class),
    CROSS_ENTROPY_GRADIENT(CrossEntropyGradient.class),
    SGD(Sgd.class),
    ADAM(Adam.class),
    RMSPROP(Rmsprop.class),
    CONFUSION_MATRIX(ConfusionMatrix.class),
    K_FOLD(KFold.class),
    DROPOUT(Dropout.class),
    BATCH_NORM2D_EVAL(BatchNorm2dEval.class),
    RESIDUAL_BLOCK(ResidualBlock.class),
    MULTI_STEP_LR(MultiStepLr.class),
    IMAGES_FROM_COLUMNS(ImagesFromColumns.class),
    MINI_BATCHES(MiniBatches.class);

    private static final Map<String, Kernel> BY_NAME = byName();

    private final Class<?> contract;
    private final String torchName;

    /** Looked up for each call by JVMs that have just begun, and the same each time; found when it is first asked for. */
    private volatile @Nullable Method method;

    Kernel(Class<?> contract) {
        this.contract = contract;
        this.torchName = name().toLowerCase(Locale.ROOT);
    }

    /** The kernel of that name, e.g. {@code max_pool2d}; empty if there is none. */
    public static Optional<Kernel> named(String torchName) {
        return Optional.ofNullable(BY_NAME.get(torchName));
    }

    /** The name in {@code torch.nn.functional}, e.g. {@code max_pool2d}. */
    public String torchName() {
        return torchName;
    }

    /** The interface that a student implements. */
    public Class<?> contract() {
        return contract;
    }

    /** The one method of the interface. */
    public Method method() {
        Method known = method;
        if (known == null) {
            known = contract.getDeclaredMethods()[0];
            method = known;
        }
        return known;
    }

    /** What the method takes, in order. */
    public List<KernelParameter> parameters() {
        return Arrays.stream(method().getParameters()).map(KernelParameter::of).toList();
    }

    private static Map<String, Kernel> byName() {
        Map<String, Kernel> kernels = new HashMap<>();
        for (Kernel kernel : values()) {
            kernels.put(kernel.torchName, kernel);
        }
        return kernels;
    }
}
