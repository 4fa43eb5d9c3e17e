package assay.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import assay.runner.frame.Frame;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each submission's new JVM would do over and over. */
class ColdStartTest {
    /** The AOT cache keeps lambdas, but a switch over types makes a class of its own, in every JVM, where it first runs. */
    @ParameterizedTest
    @ValueSource(classes = {Runner.class, Frame.class})
    void a_runner_has_no_switch_over_types(Class<?> one) throws IOException, URISyntaxException {
        Path folder =
                Path.of(one.getResource(one.getSimpleName() + ".class").toURI()).getParent();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".class")))
                    .hasSizeGreaterThan(10)
                    .noneMatch(ColdStartTest::hasSwitchOverTypes);
        }
    }

    private static boolean hasSwitchOverTypes(Path classFile) {
        try {
            return Files.readString(classFile, StandardCharsets.ISO_8859_1)
                    .contains("java/lang/runtime/SwitchBootstraps");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
