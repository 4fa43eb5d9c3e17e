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
            case CONV2D_INPUT_GRADIENT -> GradientVariants.CONV2D_INPUT;
            case CONV2D_WEIGHT_GRADIENT -> GradientVariants.CONV2D_WEIGHT;
            case RELU_GRADIENT -> GradientVariants.RELU;
            case MAX_POOL2D_GRADIENT -> GradientVariants.MAX_POOL2D;
            case LINEAR_WEIGHT_GRADIENT -> GradientVariants.LINEAR_WEIGHT;
            case CROSS_ENTROPY_GRADIENT -> GradientVariants.CROSS_ENTROPY;
            case SGD -> SgdVariants.ALL;
            case ADAM -> AdamVariants.ALL;
            case RMSPROP -> RmspropVariants.ALL;
            case CONFUSION_MATRIX -> TrainingVariants.CONFUSION_MATRIX;
            case BATCH_NORM2D_EVAL -> TrainingVariants.BATCH_NORM2D_EVAL;
            case RESIDUAL_BLOCK -> TrainingVariants.RESIDUAL_BLOCK;
            case MULTI_STEP_LR -> TrainingVariants.MULTI_STEP_LR;
            case IMAGES_FROM_COLUMNS -> DataVariants.IMAGES_FROM_COLUMNS;
            case K_FOLD, MINI_BATCHES, DROPOUT ->
                List.of(); // chance is in them: properties are tested, and named where they fail
        };
    }
}
