package assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.bench.Proc;
import assay.cli.bench.training.PlainLoop;
import assay.cli.bench.training.TrainingBench;
import assay.cli.bench.training.TrainingJson;
import assay.cli.bench.training.TrainingReport;
import assay.cli.bench.training.TrainingSettings;
import assay.cli.bench.training.TrainingTools;
import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.assignment.TrainingSpec;
import assay.core.domain.DataSize;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.late.LatePolicy;
import assay.core.port.TrainingGround;
import assay.golden.data.DataFolder;
import assay.golden.network.TorchNetworks;
import assay.golden.torch.PyTorch;
import assay.sandbox.process.ProcessTrainerJails;
import assay.sandbox.session.JailedTrainingGround;
import assay.sandbox.train.ImageCounts;
import assay.sandbox.train.TrainerKit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code assay bench training} over a LeNet and made-up digits: trainers, the reference network and the plain loop. */
@Tag("slow")
class TrainingBenchTest {
    private static final int IMAGES = 1500;
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void it_trains_each_seed_and_measures_the_trainer_beside_the_plain_loop() throws Exception {
        Path data = MadeUpDigits.in(folder, IMAGES);
        ImageCounts.Shape shape = new ImageCounts.Shape(IMAGES, 1, 28, 28);
        TrainingTools tools = new TrainingTools(
                _ -> ground(data, shape),
                _ -> ground(data, shape),
                () -> new PlainLoop(JAVA, TrainerKit.ofThisProgram(), data, shape, folder),
                new TorchNetworks(new DataFolder(folder), PyTorch::load));
        TrainingSettings settings = new TrainingSettings(List.of("process"), List.of(3L, 4L), IMAGES, 1);

        TrainingReport report = new TrainingBench(new Proc(machine()), settings, tools, said::add)
                .measure(assignment(), spec(), List.of(new SourceFile("LeNet.java", LeNetSource.right())));

        JsonNode json = JsonMapper.shared().readTree(TrainingJson.of(report));
        assertThat(json.at("/seeds")).hasSize(2);
        assertThat(json.at("/seeds/0/of").intValue()).isEqualTo(10_000);
        assertThat(json.at("/seeds/0/right").intValue()).as(said.toString()).isGreaterThan(5000);
        assertThat(json.at("/seeds/0/curve")).hasSize(2);
        assertThat(json.at("/accuracy/low").doubleValue())
                .isLessThanOrEqualTo(json.at("/accuracy/least").doubleValue());
        assertThat(json.at("/speeds/0/way").stringValue()).isEqualTo("process");
        assertThat(json.at("/speeds/1/way").stringValue()).isEqualTo("plain");
        assertThat(json.at("/speeds/0/over_plain").doubleValue()).isPositive();
        assertThat(said).contains("seed 3: 3 epochs of batches of 32", "speed of plain, round 1 of 1");
    }

    private static TrainingGround ground(Path data, ImageCounts.Shape shape) {
        return new JailedTrainingGround(
                new ProcessTrainerJails(JAVA, TrainerKit.ofThisProgram(), _ -> data, 1), _ -> shape);
    }

    /** Of no Linux that is running here, so that the test goes anywhere. */
    private Path machine() throws Exception {
        Path self = Files.createDirectories(folder.resolve("proc/self"));
        Files.writeString(folder.resolve("proc/stat"), "cpu  1 0 1 9 0 0 0 0 0 0\n");
        Files.writeString(self.resolve("stat"), "1 (java) S" + " 0".repeat(40) + "\n");
        Files.writeString(self.resolve("status"), "VmHWM: 1 kB\nVmRSS: 1 kB\n");
        return folder.resolve("proc");
    }

    private static TrainingSpec spec() {
        return new TrainingSpec(
                "lenet",
                "mnist",
                2,
                Duration.ofMinutes(10),
                DataSize.ofMebibytes(2048),
                false,
                List.of(),
                Optional.empty());
    }

    private static Assignment assignment() {
        return new Assignment(
                "lenet",
                "LeNet",
                1,
                ZoneOffset.UTC,
                Instant.EPOCH,
                new LatePolicy.None(),
                Limits.DEFAULT,
                Feedback.VERDICT,
                List.of(),
                "digest");
    }
}
