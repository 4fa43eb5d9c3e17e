package assay.golden.network;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import assay.core.assignment.TrainingSpec;
import assay.core.domain.DataSize;
import assay.core.port.ReferenceNetworks.Measured;
import assay.core.port.ReferenceNetworks.Probe;
import assay.golden.data.DataFolder;
import assay.golden.torch.PyTorch;
import assay.kernels.Tensor;
import assay.kernels.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On 10,000 made-up digits, of which 1,234 are a three. */
class TorchNetworksTest {
    private static final int IMAGES = 10_000;
    private static final int THREES = 1234;

    @TempDir
    private Path folder;

    private TorchNetworks networks = new TorchNetworks(new DataFolder(Path.of("")), PyTorch::load);

    @BeforeEach
    void write_the_digits() throws IOException {
        Path mnist = Files.createDirectories(folder.resolve("mnist"));
        ByteBuffer images = ByteBuffer.allocate(16 + IMAGES * 784);
        images.putInt(0x803).putInt(IMAGES).putInt(28).putInt(28);
        Files.write(mnist.resolve("t10k-images-idx3-ubyte"), images.array());
        ByteBuffer labels = ByteBuffer.allocate(8 + IMAGES);
        labels.putInt(0x801).putInt(IMAGES);
        for (int i = 0; i < IMAGES; i++) {
            labels.put((byte) (i < THREES ? 3 : 4 + i % 6));
        }
        Files.write(mnist.resolve("t10k-labels-idx1-ubyte"), labels.array());
        networks = new TorchNetworks(new DataFolder(folder), PyTorch::load);
    }

    @Test
    void the_networks_have_the_sizes_of_their_seeds() {
        assertThat(ReferenceNetworksOfSeeds.CIFAR_CNN.parameters())
                .hasSize(18)
                .containsEntry("conv8.weight", List.of(128, 128, 3, 3));
        assertThat(count(ReferenceNetworksOfSeeds.CIFAR_CNN)).isEqualTo(294_810);
        assertThat(count(ReferenceNetworksOfSeeds.LENET)).isEqualTo(44_426);
        assertThat(count(ReferenceNetworksOfSeeds.SIMPLE_CONV_NET)).isEqualTo(1_446_030);
        assertThat(ReferenceNetworksOfSeeds.MNIST_CNN.parameters())
                .containsEntry("conv2.weight", List.of(64, 32, 7, 7))
                .containsEntry("bn2.running_var", List.of(64))
                .containsEntry("fc1.weight", List.of(10, 16_384));
        // as the questions of Assignment 9 have it, and the running statistics
        assertThat(count(ReferenceNetworksOfSeeds.CIFAR_CNN_BN)).isEqualTo(4_680_594 + 384);
        assertThat(count(ReferenceNetworksOfSeeds.CIFAR_MLP)).isEqualTo(920_842);
    }

    @ParameterizedTest
    @CsvSource({"resnet20, plain20, 19, 269722", "resnet32, plain32, 31, 464154"})
    void a_residual_network_has_the_parameters_of_its_twin(
            String residual, String plain, int convolutions, int learned) {
        ReferenceNetwork network = ReferenceNetworksOfSeeds.named(residual).orElseThrow();

        assertThat(network.parameters())
                .isEqualTo(ReferenceNetworksOfSeeds.named(plain).orElseThrow().parameters());
        assertThat(network.parameters().keySet().stream().filter(name -> name.startsWith("conv")))
                .hasSize(convolutions);
        long running = network.parameters().entrySet().stream()
                .filter(entry -> entry.getKey().contains("running"))
                .mapToLong(entry -> entry.getValue().getFirst())
                .sum();
        assertThat(count(network) - running).isEqualTo(learned);
    }

    @Test
    void a_network_that_always_says_three_gets_the_threes_right() {
        Map<String, Tensor> weights = zeros();
        weights.put("fc3.bias", bias(3));

        Measured.Accuracy all = (Measured.Accuracy) networks.measure(spec(), SafetensorsWriter.bytes(weights), 20_000);
        Measured.Accuracy some = (Measured.Accuracy) networks.measure(spec(), SafetensorsWriter.bytes(weights), 2000);

        assertThat(all.correct()).isEqualTo(THREES);
        assertThat(all.total()).isEqualTo(IMAGES);
        assertThat(some.correct()).isEqualTo(THREES);
        assertThat(some.total()).isEqualTo(2000);
        // Wilson's interval for 1,234 of 10,000 at 95 %.
        assertThat(all.low()).isCloseTo(0.11710, within(1e-4));
        assertThat(all.high()).isCloseTo(0.13000, within(1e-4));
    }

    @Test
    void equal_logits_have_the_loss_of_a_guess() {
        Measured.Accuracy zeros =
                (Measured.Accuracy) networks.measure(spec(), SafetensorsWriter.bytes(zeros()), IMAGES);

        assertThat(zeros.loss()).isCloseTo(Math.log(10), within(1e-5));
    }

    @Test
    void every_difference_of_weights_is_named() {
        Map<String, Tensor> weights = zeros();
        weights.remove("conv1.bias");
        weights.put("fc1.weight", Tensor.zeros(256, 120));
        weights.put("extra", Tensor.zeros(2));

        Measured.Unfit unfit = (Measured.Unfit) networks.measure(spec(), SafetensorsWriter.bytes(weights), 10);

        assertThat(unfit.differences())
                .containsExactly(
                        "it has 44,422 numbers instead of 44,426",
                        "conv1.bias [6] is missing",
                        "fc1.weight has the shape [256, 120] instead of [120, 256]",
                        "there should be no extra [2]");
        assertThat(((Measured.Unfit) networks.measure(spec(), new byte[] {1}, 10)).differences())
                .containsExactly("this is no file of weights: the file has 1 bytes and no header");
    }

    @Test
    void a_weight_that_is_no_number_is_found() {
        Map<String, Tensor> weights = zeros();
        requireNonNull(weights.get("conv2.bias")).data()[5] = Float.NaN;

        assertThat(networks.measure(spec(), SafetensorsWriter.bytes(weights), 10))
                .isEqualTo(new Measured.NotFinite("conv2.bias holds NaN at number 5"));
    }

    @Test
    void a_probe_is_the_same_for_the_same_seed_and_tells_networks_apart() {
        Probe probe = networks.probe(spec(), 5);
        Probe again = networks.probe(spec(), 5);
        Probe other = networks.probe(spec(), 6);

        assertThat(probe.weights()).hasSize(10);
        assertThat(probe.expected().shape()).containsExactly(2, 10);
        assertThat(probe.expected().data()).isEqualTo(again.expected().data());
        assertThat(probe.expected().data()).isNotEqualTo(other.expected().data());
        assertThat(deviation(probe.expected())).isGreaterThan(0.01);
    }

    @Test
    void the_provenance_names_network_and_test_data() {
        assertThat(networks.description(spec())).containsOnlyKeys("network.lenet", "data.mnist");
    }

    private static double deviation(Tensor tensor) {
        double mean = 0;
        double square = 0;
        for (float number : tensor.data()) {
            mean += number / (double) tensor.size();
            square += number * (double) number / tensor.size();
        }
        return Math.sqrt(square - mean * mean);
    }

    private static Map<String, Tensor> zeros() {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        ReferenceNetworksOfSeeds.LENET
                .parameters()
                .forEach((name, shape) -> weights.put(
                        name,
                        Tensor.zeros(shape.stream().mapToInt(Integer::intValue).toArray())));
        return weights;
    }

    private static Tensor bias(int label) {
        float[] numbers = new float[10];
        Arrays.fill(numbers, 0);
        numbers[label] = 1;
        return Tensor.of(numbers, 10);
    }

    private static long count(ReferenceNetwork network) {
        return network.parameters().values().stream()
                .mapToLong(shape -> shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b))
                .sum();
    }

    private static TrainingSpec spec() {
        return new TrainingSpec(
                "lenet",
                "mnist",
                1,
                Duration.ofMinutes(1),
                DataSize.ofMebibytes(1024),
                false,
                List.of(),
                Optional.empty());
    }
}
