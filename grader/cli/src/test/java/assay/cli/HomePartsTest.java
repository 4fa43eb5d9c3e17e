package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the parts of two assignments that Assay comes with. */
final class HomePartsTest {
    @ParameterizedTest(name = "{0}: of {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            week7-cnn-training      | simple     | simple
            week7-cnn-training      | residual   | plain, residual
            comp6721-a8-a9-training | fine-tuned | cnn, frozen, fine-tuned
            comp6721-a8-a9-training | mlp, cnn   | mlp, cnn
            comp6721-a8-a9-training | mlp-rmsprop | rmsprop, mlp-rmsprop
            """)
    void a_part_comes_with_what_it_needs_begins_with_or_is_compared_with(String id, String only, String expected) {
        Assignment home = HomeParts.of(read(id), list(only));

        assertThat(home.parts()).extracting(Part::id).containsExactlyElementsOf(list(expected));
    }

    @Test
    void where_nothing_is_named_all_parts_are_trained() {
        assertThat(HomeParts.of(read("week7-cnn-training"), List.of()).parts())
                .extracting(Part::id)
                .containsExactly("simple", "plain", "residual", "deeper", "deeper-plain");
    }

    @Test
    void a_part_that_is_not_there_is_named_with_those_that_are() {
        Assignment assignment = read("week7-cnn-training");

        assertThatThrownBy(() -> HomeParts.of(assignment, List.of("resdual")))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining(
                        "No part that trains is called resdual; there are simple, plain, residual, deeper, deeper-plain.");
    }

    private static Assignment read(String id) {
        return TestBench.assignment(id);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }
}
