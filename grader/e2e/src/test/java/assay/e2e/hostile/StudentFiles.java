package assay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** The files of one submission: whatever a stranger printed, they stay small, well-formed and harmless. */
final class StudentFiles {
    /** What is kept of prints, messages and the compiler's words is capped, and there are a few cases. */
    private static final int LARGEST = 2 << 20;

    private final Map<String, String> shown = new LinkedHashMap<>();
    private final String full;

    StudentFiles(Path out, String student) throws IOException {
        full = text(out.resolve("full").resolve(student + ".json"));
        for (String file : new String[] {"results/%s.json", "results/%s.html", "junit/%s.xml", "gradescope/%s.json"}) {
            shown.put(file.formatted(student), text(out.resolve(file.formatted(student))));
        }
    }

    String full() {
        return full;
    }

    /** By the file's name. */
    Map<String, String> shown() {
        return shown;
    }

    void assertHarmless() throws Exception {
        for (Map.Entry<String, String> file : shown.entrySet()) {
            String text = file.getValue();
            assertThat(text.length()).as(file.getKey()).isLessThan(LARGEST);
            if (file.getKey().endsWith(".json")) {
                assertThat(JsonMapper.shared().readTree(text).isObject()).isTrue();
            } else {
                assertThat(text.chars().filter(c -> c < ' ' && c != '\n' && c != '\t'))
                        .as("control characters in " + file.getKey())
                        .isEmpty();
                assertThat(text).doesNotContain("<script>alert", "<img src=x", "</script><");
            }
            if (file.getKey().endsWith(".xml")) {
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(text)));
            }
        }
    }

    /** Strictly: what is no UTF-8 is an error. */
    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
