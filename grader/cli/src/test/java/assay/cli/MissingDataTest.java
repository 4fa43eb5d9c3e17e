package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.cli.TestBench.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a data set is missing, that is said before anything is begun, and nobody's grade has it in it. */
final class MissingDataTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train kpu-assignment-2-training DIR/mine",
                "train kpu-assignment-2-training --weights DIR/mine/w.safetensors",
                "grade kpu-assignment-2-training DIR/all --out DIR/out --sandbox process",
                "assignment check kpu-assignment-2-training"
            })
    void every_command_that_needs_it_says_how_to_get_it(String command) throws Exception {
        TinyClass.write(folder.resolve("mine/LeNet.java"), "class LeNet {}");
        TinyClass.write(folder.resolve("mine/w.safetensors"), "none");
        TinyClass.write(folder.resolve("all/ada/LeNet.java"), "class LeNet {}");

        Said said = TestBench.run(
                Map.of("ASSAY_DATA", folder.resolve("data").toString()),
                command.replace("DIR", folder.toString()).split(" "));

        assertThat(said.err())
                .contains("mnist is missing: there is no t")
                .contains("'assay data fetch mnist' gets it, with --from DIR from a folder.");
        assertThat(said.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("out/grades.csv")).doesNotExist();
    }

    /** Weights are measured on test images; those alone do. */
    @Test
    void weights_need_no_training_images() throws Exception {
        for (String name : new String[] {"t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"}) {
            TinyClass.write(folder.resolve("data/mnist").resolve(name), "not the official ones");
        }
        Files.write(folder.resolve("w.safetensors"), new byte[] {1});
        Map<String, String> home = Map.of("ASSAY_DATA", folder.resolve("data").toString());

        Said weights = TestBench.run(
                home,
                "train",
                "kpu-assignment-2-training",
                "--weights",
                folder.resolve("w.safetensors").toString());
        Said training = TestBench.run(home, "train", "kpu-assignment-2-training", folder.toString());

        assertThat(weights.err()).doesNotContain("mnist is missing");
        assertThat(training.err()).contains("mnist is missing: there is no train-");
    }
}
