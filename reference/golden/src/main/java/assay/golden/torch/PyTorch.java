package assay.golden.torch;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import assay.core.domain.GraderFault;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The engine. Loading it takes about a second, and several the first time on a machine, when DJL unpacks the native
 * library into its cache ({@code DJL_CACHE_DIR}, by default {@code ~/.djl.ai}).
 *
 * <p>Goldens are computed in double precision and rounded once, to float32: what comes out is the right answer to the
 * last bit or nearly so, instead of one that depends on the instruction set of the processor and on the order in which
 * PyTorch sums in single precision. Safe for use by several threads at once.
 */
public final class PyTorch {
    /** The version of PyTorch; {@link #load} refuses another. */
    public static final String VERSION = "2.7.1";
    /** The version of DJL; {@link #load} refuses another. */
    public static final String DJL_VERSION = "0.35.1";

    private final Engine engine;

    private PyTorch(Engine engine) {
        this.engine = engine;
    }

    /**
     * Loads the engine, on one thread and without any use of the network.
     *
     * @throws GraderFault if it cannot be loaded, or is not of the version that the goldens are known by
     */
    public static PyTorch load() {
        // DJL reads its settings from system properties when the engine is first loaded, and nowhere else.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        try {
            Engine engine = Engine.getEngine("PyTorch");
            require("PyTorch", VERSION, engine.getVersion());
            require("DJL", DJL_VERSION, Engine.getDjlVersion());
            return new PyTorch(engine);
        } catch (GraderFault fault) {
            throw fault;
        } catch (RuntimeException | LinkageError | AssertionError e) {
            throw new GraderFault(GraderFault.Code.GOLDEN, "load PyTorch", e);
        }
    }

    /**
     * The golden of a kernel.
     *
     * @throws GraderFault if PyTorch refuses the arguments
     */
    public Tensor golden(Kernel kernel, List<Argument> arguments) {
        return evaluate(kernel, arguments, TorchKernels.of(kernel));
    }

    /**
     * What a function, for instance a wrong variant of the kernel, gives for the kernel's arguments.
     *
     * @throws GraderFault if PyTorch refuses the arguments
     */
    public Tensor evaluate(Kernel kernel, List<Argument> arguments, TorchFunction function) {
        return evaluate(kernel, arguments, function, DataType.FLOAT64);
    }

    /**
     * Computes with arrays that are all freed afterwards.
     *
     * @throws GraderFault if PyTorch refuses something
     */
    public <T> T with(Function<NDManager, T> computation) {
        try (NDManager manager = engine.newBaseManager()) {
            return computation.apply(manager);
        } catch (EngineException e) {
            throw new GraderFault(GraderFault.Code.GOLDEN, "compute in PyTorch", e);
        }
    }

    Tensor evaluate(Kernel kernel, List<Argument> arguments, TorchFunction function, DataType precision) {
        requireNonNull(function, "function is null");
        try (NDManager manager = engine.newBaseManager()) {
            NDArray result = function.compute(new TorchCall(manager, precision, kernel, arguments));
            return tensor(result.toType(DataType.FLOAT32, false));
        } catch (RuntimeException e) {
            // PyTorch's messages go on with a stack trace of C++.
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("of no known reason");
            throw new GraderFault(GraderFault.Code.GOLDEN, "compute " + kernel.torchName() + " in PyTorch", reason);
        }
    }

    private static Tensor tensor(NDArray array) {
        int[] shape = Arrays.stream(array.getShape().getShape())
                .mapToInt(Math::toIntExact)
                .toArray();
        Tensor tensor = Tensor.zeros(shape);
        array.toByteBuffer().asFloatBuffer().get(tensor.data());
        return tensor;
    }

    private static void require(String library, String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new GraderFault(
                    GraderFault.Code.GOLDEN,
                    "load PyTorch",
                    library + " is of version " + actual + " instead of " + expected);
        }
    }
}
