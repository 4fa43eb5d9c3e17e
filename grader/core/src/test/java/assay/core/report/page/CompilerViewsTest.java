package assay.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.port.Diagnostic;
import assay.core.port.Diagnostic.Severity;
import assay.core.report.text.DisplayWidth;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompilerViewsTest {
    @ParameterizedTest
    @CsvSource({
        "'int x = y;', 9",
        "'    int x = y;', 13",
        "'\t\tint x = y;', 11",
        "'\tint x =\ty;', 10",
        "'int 山田 = y;', 10",
        "'/* \u202E */ y', 9"
    })
    void the_caret_stands_under_its_column(String line, int column) {
        CompilerView.Message message = message(line, column);

        int caret = DisplayWidth.of(message.caret()) - 1;
        String before = message.source().substring(0, message.source().indexOf('y'));
        assertThat(caret).isEqualTo(DisplayWidth.of(before));
    }

    @Test
    void of_a_long_line_the_part_around_the_caret_is_shown() {
        CompilerView.Message message = message("x".repeat(1000) + "y" + "z".repeat(1000), 1001);

        assertThat(message.source()).startsWith("x".repeat(80) + "yz").contains("more characters");
        assertThat(message.caret()).isEqualTo(" ".repeat(80) + "^");
    }

    @ParameterizedTest
    @CsvSource({"0", "500", "-3"})
    void without_a_column_in_the_line_there_is_no_caret(int column) {
        CompilerView.Message message = message("int x = y;", column);

        assertThat(message.source()).isEqualTo("int x = y;");
        assertThat(message.caret()).isEmpty();
    }

    @Test
    void many_messages_are_counted_instead() {
        Diagnostic diagnostic = new Diagnostic(Severity.WARNING, "", 0, 0, "note", "");
        CompilerView view = CompilerViews.of(Collections.nCopies(100, diagnostic));

        assertThat(view.messages()).hasSize(40);
        assertThat(view.leftOut()).isEqualTo(60);
        assertThat(view.messages().getFirst()).isEqualTo(new CompilerView.Message(false, "", "note", "", ""));
    }

    private static CompilerView.Message message(String line, int column) {
        return CompilerViews.of(
                        List.of(new Diagnostic(Severity.ERROR, "A.java", 3, column, "cannot find symbol", line)))
                .messages()
                .getFirst();
    }
}
