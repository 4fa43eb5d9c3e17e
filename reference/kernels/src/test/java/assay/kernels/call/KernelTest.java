package assay.kernels.call;

import static org.assertj.core.api.Assertions.assertThat;

import assay.kernels.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KernelTest {
    /** The names are those of the source: without javac's -parameters they would be arg0 and so on. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MAX_POOL2D          | max_pool2d          | input, kernel_size, stride, padding
                    AVG_POOL2D          | avg_pool2d          | input, kernel_size, stride, padding, count_include_pad
                    CONV2D              | conv2d              | input, weight, bias, stride, padding
                    BATCH_NORM2D        | batch_norm2d        | input, eps
                    SIGMOID             | sigmoid             | input
                    CROSS_ENTROPY       | cross_entropy       | logits, targets
                    RELU                | relu                | input
                    LEAKY_RELU          | leaky_relu          | input, negative_slope
                    LINEAR              | linear              | input, weight, bias
                    FLATTEN             | flatten             | input
                    SOFTMAX             | softmax             | input, dim
                    LOG_SOFTMAX         | log_softmax         | input, dim
                    ADAPTIVE_AVG_POOL2D | adaptive_avg_pool2d | input, output_height, output_width
                    SIMPLE_CONV_NET     | simple_conv_net     | input, conv_weight, conv_bias, fc1_weight, fc1_bias, fc2_weight, fc2_bias
                    CONV2D_INPUT_GRADIENT | conv2d_input_gradient | grad_output, weight, input_height, input_width, stride, padding
                    CONV2D_WEIGHT_GRADIENT | conv2d_weight_gradient | input, grad_output, kernel_height, kernel_width, stride, padding
                    RELU_GRADIENT | relu_gradient | input, grad_output
                    MAX_POOL2D_GRADIENT | max_pool2d_gradient | input, grad_output, kernel_size, stride
                    LINEAR_WEIGHT_GRADIENT | linear_weight_gradient | input, grad_output
                    CROSS_ENTROPY_GRADIENT | cross_entropy_gradient | logits, targets
                    SGD | sgd | parameters, gradients, learning_rate, momentum, weight_decay
                    ADAM | adam | parameters, gradients, learning_rate, beta1, beta2, eps
                    RMSPROP | rmsprop | parameters, gradients, learning_rate, alpha, eps
                    CONFUSION_MATRIX | confusion_matrix | targets, predictions, classes
                    K_FOLD | k_fold | samples, folds, seeds
                    DROPOUT | dropout | input, p, training, seed
                    BATCH_NORM2D_EVAL | batch_norm2d_eval | input, running_mean, running_var, eps
                    RESIDUAL_BLOCK | residual_block | input, conv1_weight, conv2_weight, stride, eps
                    MULTI_STEP_LR | multi_step_lr | steps, milestones, learning_rate, gamma
                    IMAGES_FROM_COLUMNS | images_from_columns | columns, height, width
                    MINI_BATCHES | mini_batches | samples, batch_size, epochs, seed
                    """)
    void has_the_names_of_pytorch(Kernel kernel, String name, String parameters) {
        assertThat(kernel.torchName()).isEqualTo(name);
        assertThat(Kernel.named(name)).contains(kernel);
        assertThat(kernel.parameters()).extracting(KernelParameter::name).containsExactly(parameters.split(", "));
    }

    @ParameterizedTest
    @EnumSource
    void is_an_interface_of_one_method_that_takes_and_gives_what_can_be_sent(Kernel kernel) {
        assertThat(kernel.contract()).isInterface();
        assertThat(kernel.contract().getDeclaredMethods()).hasSize(1);
        assertThat(kernel.method().getReturnType()).isIn(Tensor.class, float.class);
        assertThat(kernel.parameters())
                .extracting(KernelParameter::type)
                .allSatisfy(type ->
                        assertThat(type).isIn(Tensor.class, int[].class, int.class, float.class, boolean.class));
    }

    @Test
    void has_no_other_names() {
        assertThat(Kernel.named("MAX_POOL2D")).isEmpty();
        assertThat(Kernel.named("")).isEmpty();
    }
}
