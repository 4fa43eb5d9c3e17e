package assay.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    @Test
    void only_our_own_style_sheet_is_written_as_it_is() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            List<String> unsafe = templates
                    .filter(Files::isRegularFile)
                    .flatMap(TemplatesTest::lines)
                    .filter(line -> line.contains("$unsafe"))
                    .toList();

            assertThat(unsafe).containsExactly("<style>$unsafe{style.sheet()}</style>");
        }
    }

    private static Stream<String> lines(Path template) {
        try {
            return Files.readAllLines(template).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
