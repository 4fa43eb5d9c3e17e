package assay.golden.network;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import assay.core.assignment.TrainingSpec;
import assay.core.domain.Digests;
import assay.core.domain.GraderFault;
import assay.core.port.ReferenceNetworks;
import assay.golden.data.DataFileException;
import assay.golden.data.DataFolder;
import assay.golden.data.DataSet;
import assay.golden.data.ImageSet;
import assay.golden.torch.PyTorch;
import assay.kernels.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The reference networks in PyTorch, and the test data. Safe for use by several threads at once. */
public final class TorchNetworks implements ReferenceNetworks {
    /** Enough that what each layer does shows, and little enough for one frame. */
    private static final int PROBE_IMAGES = 2;

    private final DataFolder data;
    private final Supplier<PyTorch> engine;
    private final Map<DataSet, ImageSet> tests = new ConcurrentHashMap<>();

    /** @param engine is loaded when something is first computed */
    public TorchNetworks(DataFolder data, Supplier<PyTorch> engine) {
        this.data = requireNonNull(data, "data is null");
        this.engine = requireNonNull(engine, "engine is null");
    }

    @Override
    public Probe probe(TrainingSpec spec, long seed) {
        ReferenceNetwork network = network(spec);
        Random random = new Random(seed);
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        network.parameters().forEach((name, shape) -> weights.put(name, drawn(name, shape, random)));
        Tensor input = Tensor.zeros(
                PROBE_IMAGES,
                network.input().channels(),
                network.input().height(),
                network.input().width());
        fill(input, random, 1);
        return engine.get().with(manager -> {
            Map<String, NDArray> parameters = arrays(manager, weights);
            NDArray images = array(manager, input);
            NDArray output = new ForwardPass(parameters, false).through(network, images);
            Optional<Tensor> training = network.hasChance()
                    ? Optional.empty()
                    : Optional.of(tensor(new ForwardPass(parameters, true).through(network, images)));
            return new Probe(weights, input, tensor(output), training);
        });
    }

    @Override
    public Measured measure(TrainingSpec spec, byte[] weights, int images) {
        ReferenceNetwork network = network(spec);
        return switch (WeightsFit.of(network, weights)) {
            case WeightsFit.Differs(List<String> differences) -> new Measured.Unfit(differences);
            case WeightsFit.Fits(Map<String, Tensor> tensors) -> {
                String wrong = notFinite(tensors);
                yield wrong.isEmpty()
                        ? new TestRun(network, test(spec)).measure(engine.get(), tensors, images)
                        : new Measured.NotFinite(wrong);
            }
        };
    }

    @Override
    public Map<String, Tensor> weights(TrainingSpec spec, byte[] weights) {
        return switch (WeightsFit.of(network(spec), weights)) {
            case WeightsFit.Fits(Map<String, Tensor> tensors) -> tensors;
            case WeightsFit.Differs(List<String> differences) ->
                throw new GraderFault(GraderFault.Code.GOLDEN, "read weights", String.join("; ", differences));
        };
    }

    @Override
    public Map<String, String> description(TrainingSpec spec) {
        ImageSet test = test(spec);
        return Map.of(
                "network." + spec.network(),
                Digests.ofFields(List.of(network(spec).toString())),
                "data." + spec.data(),
                Digests.ofFields(List.of(Digests.of(test.pixels()), Digests.of(test.labels()))));
    }

    /**
     * Drawn so that the variance stays about the same from layer to layer; biases are small and not zero, scales and
     * variances are positive and not one.
     */
    private static Tensor drawn(String name, List<Integer> shape, Random random) {
        Tensor tensor = Tensor.zeros(shape.stream().mapToInt(Integer::intValue).toArray());
        int fanIn = shape.size() > 1 ? tensor.size() / shape.getFirst() : 1;
        fill(tensor, random, shape.size() > 1 ? Math.sqrt(2.0 / fanIn) : 0.1);
        if (name.endsWith(".gamma") || name.endsWith(".running_var")) {
            float[] numbers = tensor.data();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) Math.exp(numbers[i]);
            }
        }
        return tensor;
    }

    private static void fill(Tensor tensor, Random random, double deviation) {
        float[] numbers = tensor.data();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (random.nextGaussian() * deviation);
        }
    }

    private static String notFinite(Map<String, Tensor> tensors) {
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            float[] numbers = entry.getValue().data();
            for (int i = 0; i < numbers.length; i++) {
                if (!Float.isFinite(numbers[i])) {
                    return "%s holds %s at number %d".formatted(entry.getKey(), numbers[i], i);
                }
            }
        }
        return "";
    }

    private static ReferenceNetwork network(TrainingSpec spec) {
        ReferenceNetwork network = ReferenceNetworksOfSeeds.named(spec.network())
                .orElseThrow(() ->
                        fault("there is no network " + spec.network() + ", only " + ReferenceNetworksOfSeeds.ids()));
        if (!network.input().equals(set(spec).shape())) {
            throw fault("the network " + spec.network() + " does not take the images of " + spec.data());
        }
        return network;
    }

    private static DataSet set(TrainingSpec spec) {
        return DataSet.named(spec.data())
                .orElseThrow(() -> fault("there is no data set " + spec.data() + ", only " + DataSet.ids()));
    }

    private ImageSet test(TrainingSpec spec) {
        return tests.computeIfAbsent(set(spec), set -> {
            try {
                return data.test(set);
            } catch (DataFileException e) {
                throw fault(e.explanation());
            }
        });
    }

    static Map<String, NDArray> arrays(NDManager manager, Map<String, Tensor> tensors) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> arrays.put(name, array(manager, tensor)));
        return arrays;
    }

    private static NDArray array(NDManager manager, Tensor tensor) {
        return manager.create(
                tensor.data(),
                new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray()));
    }

    private static Tensor tensor(NDArray array) {
        int[] shape = Arrays.stream(array.getShape().getShape())
                .mapToInt(Math::toIntExact)
                .toArray();
        return Tensor.of(array.toType(DataType.FLOAT32, false).toFloatArray(), shape);
    }

    private static GraderFault fault(String reason) {
        return new GraderFault(GraderFault.Code.GOLDEN, "measure a network", reason);
    }
}
