package assay.core.desk;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part.AnswersPart;
import assay.core.assignment.Part.ManualPart;
import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.result.CaseResult;
import assay.core.result.PartResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeskWorkTest {
    private static final String RIGHT = """
            sizes:
              weights: 200
              macs: 2000
              shape: [2, 3]
              type: " Torch.Float32"
              shared: yes
              table: [[1, 2], [3, 4.5]]
            """;

    @TempDir
    private Path scratch;

    @Test
    void right_answers_earn_everything() throws IOException {
        PartResult result = answers(RIGHT);

        assertThat(result.earned()).isEqualTo(Points.of("4"));
        assertThat(result.verdict()).isEqualTo(Verdict.AC);
        assertThat(result.note()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} is {2}, {3} points of the part")
    @CsvSource(delimiter = '|', textBlock = """
            weights | 201.9                | AC | 4    | ''
            weights | 202.1                | WA | 3    | Your answer is 202.1, which is not right.
            weights | 210                  | WA | 3.5  | Worth 50 % of the row's points. With biases.
            weights | 1_000                | WA | 3    | Your answer is 1000, which is not right.
            weights | two hundred          | WA | 3    | answers.yaml:2:12: sizes.weights: must be a number, but is 'two hundred'.
            weights | 61,100,840           | WA | 3    | answers.yaml:2:12: sizes.weights: must be a number; please write it without commas.
            weights | [200]                | WA | 3    | answers.yaml:2:12: sizes.weights: must be one number, but is a list.
            weights | .nan                 | WA | 3    | answers.yaml:2:12: sizes.weights: must be a finite number, but is '.nan'.
            weights | ''                   | SK | 3    | Not answered.
            macs    | 2001                 | WA | 3    | Your answer is 2001, which is not right.
            shape   | [3, 2]               | WA | 3.5  | Your answer is [3, 2], but [2, 3] is right.
            shape   | [[2, 3]]             | WA | 3.5  | answers.yaml:4:10: sizes.shape: must be a list of numbers, such as [5, 3].
            shape   | 2 x 3                | WA | 3.5  | answers.yaml:4:10: sizes.shape: must be a list of numbers, such as [5, 3].
            type    | float64              | WA | 3.5  | Your answer is float64, which is not right.
            shared  | no                   | WA | 3.5  | Your answer is false, which is not right.
            shared  | perhaps              | WA | 3.5  | answers.yaml:6:11: sizes.shared: must be true or false.
            table   | [[1, 2], [3, 4]]     | WA | 3.5  | Your answer is [[1, 2], [3, 4]], which is not right.
            table   | [[1, 2], [3]]        | WA | 3.5  | answers.yaml:7:10: sizes.table: the rows must be of one length.
            """)
    void a_wrong_answer_costs_its_row_alone(String row, String answer, Verdict verdict, String points, String message)
            throws IOException {
        PartResult result = answers(RIGHT.replaceFirst(row + ": .*", row + ": " + answer));

        assertThat(row(result, row).verdict()).isEqualTo(verdict);
        assertThat(row(result, row).message()).isEqualTo(message);
        assertThat(result.earned()).isEqualTo(Points.of(points));
    }

    @Test
    void what_follows_from_a_wrong_answer_earns_its_points() throws IOException {
        PartResult result =
                answers(RIGHT.replace("weights: 200", "weights: 300").replace("2000", "3000"));

        assertThat(result.earned()).isEqualTo(Points.of("3"));
        assertThat(row(result, "macs").verdict()).isEqualTo(Verdict.AC);
        assertThat(row(result, "macs").message()).isEqualTo("Right, given your own answer to weights.");
    }

    @Test
    void the_right_number_stays_right_after_a_wrong_one() throws IOException {
        assertThat(row(answers(RIGHT.replace("weights: 200", "weights: 300")), "macs")
                        .verdict())
                .isEqualTo(Verdict.AC);
    }

    /** Nor do what a computer takes for zeros, and what is too small to be told from them. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.0", "1e-14", "-1e-320"})
    void zeros_that_follow_from_zeros_earn_nothing(String zero) throws IOException {
        assertThat(row(answers("sizes: { weights: %1$s, macs: %1$s }".formatted(zero)), "macs")
                        .verdict())
                .isEqualTo(Verdict.WA);
    }

    /** One factor of zero is enough, and numbers within a row's margin of 1 are their own products and quotients. */
    @ParameterizedTest(name = "a: {0}, b: {1}, {2}: {3} is {4}")
    @CsvSource({
        "0,     7,     product,  0,     WA",
        "-0.0,  7,     product,  0,     WA",
        "7,     -0.0,  product,  -0.0,  WA",
        "1.006, 1.006, product,  1.006, WA",
        "1.05,  1.05,  quotient, 1.05,  WA",
        "7,     7,     quotient, 1,     AC",
        "7,     7,     product,  49,    AC",
        "0.5,   0.02,  product,  0.01,  AC",
    })
    void a_sheet_of_one_number_earns_nothing(String a, String b, String row, String answer, Verdict verdict)
            throws IOException {
        String sheet = "lazy: { a: %s, b: %s, %s: %s }".formatted(a, b, row, answer);

        Assignment lazy = DeskExamples.lazy(scratch);
        PartResult result =
                new DeskWork(lazy, DeskExamples.submission(sheet, "")).answers((AnswersPart) lazy.part("lazy"));

        assertThat(row(result, row).verdict()).isEqualTo(verdict);
    }

    @Test
    void no_answer_is_taken_whose_problem_may_be_one_of_too_many() throws IOException {
        String aliases = "other: [" + "*a, ".repeat(1500) + "]\n";
        PartResult result = answers(aliases + RIGHT.replace("200\n", "!tag 200\n"));

        assertThat(row(result, "weights").verdict()).isEqualTo(Verdict.WA);
        assertThat(row(result, "weights").message())
                .isEqualTo("answers.yaml: there are more than 1000 problems, too many to list.");
        assertThat(result.note()).contains("aliases (*a) are not taken");
    }

    @Test
    void keys_that_nobody_asked_for_are_told_and_cost_nothing() throws IOException {
        PartResult result = answers(RIGHT + "  wieghts: 3\nother: 1\n");

        assertThat(result.earned()).isEqualTo(Points.of("4"));
        assertThat(result.note())
                .contains("answers.yaml:8:3: sizes.wieghts: unknown key; did you mean 'weights'?")
                .contains("answers.yaml:9:1: other: unknown key; there are sizes.");
    }

    @Test
    void a_key_that_stands_twice_costs_its_row() throws IOException {
        PartResult result = answers(RIGHT + "  shared: no\n");

        assertThat(result.earned()).isEqualTo(Points.of("3.5"));
        assertThat(row(result, "shared").message())
                .isEqualTo("answers.yaml:8:3: sizes.shared: stands here a second time; first in line 6.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sizes: [              | PV | answers.yaml:
            - 1                   | PV | answers.yaml:1:1: must be a mapping, but is a list.
            sizes: 7              | WA | answers.yaml:1:8: sizes: must be a mapping, but is '7'.
            sizes:                | SK | Not answered.
            """)
    void a_file_that_is_no_sheet_of_answers_is_told(String text, Verdict verdict, String message) throws IOException {
        PartResult result = answers(text);

        assertThat(result.earned()).isEqualTo(Points.ZERO);
        assertThat(result.cases()).allSatisfy(row -> {
            assertThat(row.verdict()).isEqualTo(verdict);
            assertThat(row.message()).startsWith(message);
        });
    }

    @Test
    void bombs_and_novels_are_answers_of_nobody() throws IOException {
        PartResult bomb = answers("a: &a [x, x]\nb: &b [*a, *a]\nsizes: { weights: *b, macs: !!int 2000 }\n");
        PartResult novel = answers("# " + "x".repeat(70_000));

        assertThat(row(bomb, "weights").verdict()).isEqualTo(Verdict.WA);
        assertThat(row(bomb, "macs").message()).contains("tags (!");
        assertThat(bomb.earned()).isEqualTo(Points.ZERO);
        assertThat(novel.cases()).allMatch(row -> row.message().startsWith("answers.yaml is longer than 65536"));
    }

    @Test
    void where_the_assignment_only_counts_hidden_rows_are_hidden() throws IOException {
        PartResult result = desk("count", RIGHT, "").answers(answersPart());

        assertThat(row(result, "shape").visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(row(result, "weights").visibility()).isEqualTo(Visibility.HIDDEN);
    }

    @Test
    void at_home_the_form_is_checked_and_nothing_right_is_known() throws IOException {
        Assignment home = DeskExamples.assignment(scratch).publicOnly();
        AnswersPart part = (AnswersPart) home.part("sizes");
        PartResult result = new DeskWork(
                        home, DeskExamples.submission("sizes: { weights: 7, shape: [2, 3], table: 3 }", ""))
                .answers(part);

        assertThat(row(result, "weights").verdict()).isEqualTo(Verdict.PD);
        assertThat(row(result, "weights").message()).isEqualTo("Read as 7; grading says whether it is right.");
        assertThat(row(result, "shape").verdict()).isEqualTo(Verdict.AC);
        assertThat(row(result, "table").verdict()).isEqualTo(Verdict.WA);
        assertThat(home.toString()).doesNotContain("2000", "4.5", "torch.float32");
    }

    @Test
    void a_text_is_pending_item_by_item() throws IOException {
        PartResult result = desk("verdict", "", " Because. ").text(manualPart());

        assertThat(result.verdict()).isEqualTo(Verdict.PD);
        assertThat(result.earned()).isEqualTo(Points.ZERO);
        assertThat(result.note()).isEqualTo("A person grades this; points still open: 1.");
        assertThat(row(result, "why").message()).isEqualTo("Says why.");
        assertThat(row(result, ManualText.TEXT).printed()).isEqualTo("Because.");
    }

    @Test
    void without_a_text_there_is_nothing_to_wait_for() throws IOException {
        PartResult result = desk("verdict", "", "").text(manualPart());

        assertThat(result.verdict()).isEqualTo(Verdict.SK);
        assertThat(result.note()).isEqualTo("There is no text: discussion.md was not handed in, or is empty.");
    }

    private PartResult answers(String yaml) throws IOException {
        return desk("verdict", yaml, "").answers(answersPart());
    }

    private DeskWork desk(String feedback, String answers, String text) throws IOException {
        return new DeskWork(DeskExamples.assignment(scratch, feedback), DeskExamples.submission(answers, text));
    }

    private AnswersPart answersPart() throws IOException {
        return (AnswersPart) DeskExamples.assignment(scratch).part("sizes");
    }

    private ManualPart manualPart() throws IOException {
        return (ManualPart) DeskExamples.assignment(scratch).part("words");
    }

    private static CaseResult row(PartResult result, String id) {
        return result.cases().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
