package assay.golden.torch;

import assay.kernels.call.Kernel;

/** What each kernel is in PyTorch. */
public final class TorchKernels {
    private TorchKernels() {}

    /** The right implementation of a kernel. */
    public static TorchFunction of(Kernel kernel) {
        return switch (kernel) {
            case MAX_POOL2D ->
                call -> Functional.maxPool2d(
                        call.tensor("input"),
                        call.integer("kernel_size"),
                        call.integer("stride"),
                        call.integer("padding"),
                        false);
            case AVG_POOL2D ->
                call -> Functional.avgPool2d(
                        call.tensor("input"),
                        call.integer("kernel_size"),
                        call.integer("stride"),
                        call.integer("padding"),
                        false,
                        call.flag("count_include_pad"));
            case CONV2D ->
                call -> Functional.conv2d(
                        call.tensor("input"),
                        call.tensor("weight"),
                        call.tensor("bias"),
                        call.integer("stride"),
                        call.integer("padding"));
            case BATCH_NORM2D -> call -> Functional.batchNorm2d(call.tensor("input"), call.real("eps"));
            case SIGMOID -> call -> Functional.sigmoid(call.tensor("input"));
            case CROSS_ENTROPY -> call -> Functional.crossEntropy(call.tensor("logits"), call.indices("targets"));
            case RELU -> call -> Functional.relu(call.tensor("input"));
            case LEAKY_RELU -> call -> Functional.leakyRelu(call.tensor("input"), call.real("negative_slope"));
            case LINEAR -> call -> Functional.linear(call.tensor("input"), call.tensor("weight"), call.tensor("bias"));
            case FLATTEN -> call -> Functional.flatten(call.tensor("input"));
            case SOFTMAX -> call -> Functional.softmax(call.tensor("input"), call.integer("dim"));
            case LOG_SOFTMAX -> call -> Functional.logSoftmax(call.tensor("input"), call.integer("dim"));
            case ADAPTIVE_AVG_POOL2D ->
                call -> Functional.adaptiveAvgPool2d(
                        call.tensor("input"), call.integer("output_height"), call.integer("output_width"));
            case SIMPLE_CONV_NET -> SimpleConvNetSteps.RIGHT::forward;
            case CONV2D_INPUT_GRADIENT -> Autograd::conv2dInput;
            case CONV2D_WEIGHT_GRADIENT -> Autograd::conv2dWeight;
            case RELU_GRADIENT -> Autograd::relu;
            case MAX_POOL2D_GRADIENT -> Autograd::maxPool2d;
            case LINEAR_WEIGHT_GRADIENT -> Autograd::linearWeight;
            case CROSS_ENTROPY_GRADIENT -> Autograd::crossEntropy;
            case SGD -> Optimizers::sgd;
            case ADAM -> Optimizers::adam;
            case RMSPROP -> Optimizers::rmsprop;
            case CONFUSION_MATRIX -> Training::confusionMatrix;
            case K_FOLD -> Training::kFold;
            case DROPOUT -> Training::dropout;
            case BATCH_NORM2D_EVAL -> Training::batchNorm2dEval;
            case RESIDUAL_BLOCK -> Training::residualBlock;
            case MULTI_STEP_LR -> Training::multiStepLr;
            case IMAGES_FROM_COLUMNS -> DataPreparation::imagesFromColumns;
            case MINI_BATCHES -> DataPreparation::miniBatches;
        };
    }
}
