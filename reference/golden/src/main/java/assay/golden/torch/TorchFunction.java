package assay.golden.torch;

import ai.djl.ndarray.NDArray;

/** Something computed in PyTorch from the arguments of a kernel: the kernel itself, or a wrong variant of it. */
@FunctionalInterface
public interface TorchFunction {
    /** The result, in any precision; it belongs to the manager of the call, which closes it. */
    NDArray compute(TorchCall call);
}
