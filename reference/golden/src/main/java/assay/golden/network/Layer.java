package assay.golden.network;

import java.util.List;

/** One step of a network, in PyTorch's words. */
public sealed interface Layer {
    /** {@code nn.Conv2d}. */
    record Conv(int in, int out, int kernel, int stride, int padding, boolean bias) implements Layer {
        /** With stride 1 and a bias. */
        public Conv(int in, int out, int kernel, int padding) {
            this(in, out, kernel, 1, padding, true);
        }
    }

    /** {@code nn.BatchNorm2d}, which learns a scale and a shift, with an epsilon of 1e-5. */
    record BatchNorm(int channels) implements Layer {}

    /** {@code nn.Linear}. */
    record Linear(int in, int out) implements Layer {}

    /** {@code nn.ReLU}. */
    record Relu() implements Layer {}

    /** {@code nn.LeakyReLU}. */
    record LeakyRelu(float slope) implements Layer {}

    /** {@code nn.Dropout}: nothing after training, and chance before. */
    record Dropout(float p) implements Layer {}

    /** {@code nn.MaxPool2d} whose stride is its size. */
    record MaxPool(int size) implements Layer {}

    /** {@code nn.AdaptiveAvgPool2d(1)}. */
    record GlobalAverage() implements Layer {}

    /** {@code nn.Flatten}. */
    record Flatten() implements Layer {}

    /**
     * ReLU of what the body gives plus its own input. With stride 2 the input is given channels of zeros behind its own,
     * as many as the body's output has, and is pooled by maxima of 2 x 2.
     */
    record Residual(List<Layer> body, int in, int out, int stride) implements Layer {
        public Residual {
            body = List.copyOf(body);
        }
    }
}
