package assay.golden.misconception;

import assay.kernels.call.Kernel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All variants by kernel. No engine is loaded by asking. */
public final class Misconceptions {
    private Misconceptions() {}

    /** The names that an assignment may use, by kernel; every kernel is there. */
    public static Map<Kernel, List<String>> names() {
        Map<Kernel, List<String>> names = new EnumMap<>(Kernel.class);
        for (Kernel kernel : Kernel.values()) {
            names.put(kernel, variants(kernel).stream().map(Variant::name).toList());
        }
        return Collections.unmodifiableMap(names);
    }

    /** The variant of that name; empty if the kernel has none. */
    public static Optional<Variant> named(Kernel kernel, String name) {
        return variants(kernel).stream()
                .filter(variant -> variant.name().equals(name))
                .findFirst();
    }

    /** The variants of a kernel, those that tell most first. */
    public static List<Variant> variants(Kernel kernel) {
        return switch (kernel) {
            case MAX_POOL2D -> PoolingVariants.MAX;
            case AVG_POOL2D -> PoolingVariants.AVERAGE;
            case ADAPTIVE_AVG_POOL2D -> PoolingVariants.ADAPTIVE;
            case CONV2D -> ConvolutionVariants.ALL;
            case BATCH_NORM2D -> NormalizationVariants.ALL;
            case CROSS_ENTROPY -> LossVariants.CROSS_ENTROPY;
            case SOFTMAX -> SoftmaxVariants.SOFTMAX;
            case LOG_SOFTMAX -> SoftmaxVariants.LOG_SOFTMAX;
            case SIGMOID -> ActivationVariants.SIGMOID;
            case RELU -> ActivationVariants.RELU;
            case LEAKY_RELU -> ActivationVariants.LEAKY_RELU;
            case LINEAR -> LayerVariants.LINEAR;
            case FLATTEN -> LayerVariants.FLATTEN;
            case SIMPLE_CONV_NET -> LayerVariants.SIMPLE_CONV_NET;
            case CONV2D_INPUT_GRADIENT,
                    CONV2D_WEIGHT_GRADIENT,
                    RELU_GRADIENT,
                    MAX_POOL2D_GRADIENT,
                    LINEAR_WEIGHT_GRADIENT,
                    CROSS_ENTROPY_GRADIENT,
                    SGD,
                    ADAM,
                    RMSPROP,
                    CONFUSION_MATRIX,
                    K_FOLD,
                    DROPOUT,
                    BATCH_NORM2D_EVAL,
                    RESIDUAL_BLOCK,
                    MULTI_STEP_LR -> List.of();
        };
    }
}
