package assay.golden.network;

/** One step of a network, in PyTorch's words. */
public sealed interface Layer {
    /** {@code nn.Conv2d} with stride 1. */
    record Conv(int in, int out, int kernel, int padding) implements Layer {}

    /** {@code nn.Linear}. */
    record Linear(int in, int out) implements Layer {}

    /** {@code nn.ReLU}. */
    record Relu() implements Layer {}

    /** {@code nn.MaxPool2d} whose stride is its size. */
    record MaxPool(int size) implements Layer {}

    /** {@code nn.AdaptiveAvgPool2d(1)}. */
    record GlobalAverage() implements Layer {}

    /** {@code nn.Flatten}. */
    record Flatten() implements Layer {}
}
