package assay.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.ArgumentSpec.Classes;
import assay.core.assignment.ArgumentSpec.ConstantChannels;
import assay.core.assignment.ArgumentSpec.Given;
import assay.core.assignment.ArgumentSpec.Normal;
import assay.core.assignment.ArgumentSpec.Uniform;
import assay.core.assignment.ArgumentSpec.Values;
import assay.core.assignment.AssignmentExamples.Wrong;
import assay.core.assignment.AssignmentReading.Invalid;
import assay.core.assignment.AssignmentReading.Read;
import assay.core.assignment.Part.AgreementPart;
import assay.core.assignment.Part.KernelPart;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.compare.Tolerance;
import assay.core.domain.DataSize;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.Visibility;
import assay.core.late.LatePolicy;
import assay.core.late.LatePolicy.Basis;
import assay.core.late.LatePolicy.PerDay;
import assay.core.yaml.Problem;
import assay.kernels.Form;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AssignmentReaderTest {
    @TempDir
    private Path folder;

    static Stream<Wrong> wrong() {
        return Stream.of(
                        AssignmentExamples.head(),
                        AssignmentExamples.forbidden(),
                        AssignmentExamples.parts(),
                        AssignmentExamples.cases())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void each_mistake_is_named_by_line_and_key_and_nothing_else_is(Wrong example) throws IOException {
        assertThat(problems(example.text()).stream().map(AssignmentReaderTest::lineKeyAndMessage))
                .containsExactlyInAnyOrder(example.problem().split("\n"));
    }

    @Test
    void what_is_forbidden_comes_on_top_of_what_always_is() throws IOException {
        List<String> forbidden = read(AssignmentExamples.RIGHT).forbidden().stream()
                .map(ForbiddenUse::name)
                .toList();

        assertThat(forbidden).startsWith("org.nd4j").contains("java.lang.ProcessBuilder");
        assertThat(forbidden).doesNotContain("java.lang.foreign").hasSize(ForbiddenReader.STANDARD.size());
    }

    @Test
    void an_assignment_that_says_nothing_forbids_what_no_kernel_needs() throws IOException {
        String silent = AssignmentExamples.RIGHT.substring(0, AssignmentExamples.RIGHT.indexOf("forbidden:"));

        assertThat(read(silent).forbidden()).isEqualTo(ForbiddenReader.STANDARD);
    }

    @Test
    void the_head_is_read() throws IOException {
        Assignment assignment = read(AssignmentExamples.RIGHT);

        assertThat(assignment.id()).isEqualTo("demo");
        assertThat(assignment.title()).isEqualTo("Demonstration");
        assertThat(assignment.version()).isEqualTo(3);
        assertThat(assignment.zone()).isEqualTo(ZoneId.of("Asia/Singapore"));
        assertThat(assignment.deadline()).isEqualTo(Instant.parse("2022-09-19T15:59:59Z"));
        assertThat(assignment.late())
                .isEqualTo(new PerDay(
                        new BigDecimal("0.125"),
                        Basis.EARNED_COMPOUND,
                        Optional.of(Duration.ofDays(7)),
                        Duration.ofMinutes(20)));
        assertThat(assignment.limits())
                .isEqualTo(new Limits(
                        Duration.ofSeconds(40),
                        Duration.ofMillis(250),
                        Duration.ofMinutes(2),
                        DataSize.ofMebibytes(1024),
                        DataSize.ofKibibytes(64)));
        assertThat(assignment.feedback()).isEqualTo(Feedback.ERROR);
        assertThat(assignment.points()).isEqualTo(Points.of("7.75"));
        assertThat(assignment.digest()).hasSize(64);
    }

    @Test
    void what_may_be_left_out_has_its_default() throws IOException {
        Assignment assignment = read(AssignmentExamples.RIGHT
                .replaceFirst("late: .*", "late: none")
                .replaceFirst("limits: .*\n", "")
                .replaceFirst("feedback: .*\n", "")
                .replaceFirst("tolerance: .*\n", ""));

        assertThat(assignment.late()).isEqualTo(new LatePolicy.None());
        assertThat(assignment.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(assignment.feedback()).isEqualTo(Feedback.VERDICT);
        assertThat(kernelPart(assignment, "pool").cases().getFirst().tolerance())
                .isEqualTo(Tolerance.DEFAULT);
    }

    @Test
    void cases_are_read_with_their_arguments_in_the_order_of_the_kernel() throws IOException {
        KernelPart pool = kernelPart(read(AssignmentExamples.RIGHT), "pool");

        assertThat(pool.kernel()).isEqualTo(Kernel.MAX_POOL2D);
        assertThat(pool.form()).isEmpty();
        assertThat(pool.cases())
                .containsExactly(
                        new CaseSpec(
                                "first",
                                Visibility.PUBLIC,
                                List.of(
                                        new Normal(List.of(2, 3, 8, 9), 1, 2, List.of(2)),
                                        ofInt(3),
                                        ofInt(2),
                                        ofInt(1)),
                                new Tolerance(1e-6, 1e-12),
                                List.of("zero_padding")),
                        new CaseSpec(
                                "second",
                                Visibility.HIDDEN,
                                List.of(
                                        new Values(List.of(1, 1, 2, 2), List.of(1f, -2.5f, 30f, -0.0f)),
                                        ofInt(2),
                                        ofInt(1),
                                        ofInt(0)),
                                new Tolerance(0, 1e-3),
                                List.of()));
    }

    @Test
    void every_form_of_an_argument_is_read() throws IOException {
        Assignment assignment = read(AssignmentExamples.RIGHT);

        assertThat(kernelPart(assignment, "average").cases().getFirst().arguments())
                .startsWith(new ConstantChannels(List.of(1, 2, 4, 4), 3, 1))
                .endsWith(new Given(new Argument.OfBoolean(false)));
        List<CaseSpec> loss = kernelPart(assignment, "loss").cases();
        assertThat(loss.getFirst().arguments()).containsExactly(new Uniform(List.of(4, 3), -1.5, 2), new Classes(4, 3));
        assertThat(loss.getLast().arguments().getLast())
                .isInstanceOfSatisfying(
                        Given.class,
                        given -> assertThat(((Argument.OfInts) given.argument()).ints())
                                .containsExactly(0, 2));
        assertThat(kernelPart(assignment, "norm").cases().getFirst().arguments().getLast())
                .isEqualTo(new Given(new Argument.OfFloat(1e-5f)));
    }

    @Test
    void parts_refer_to_each_other() throws IOException {
        Assignment assignment = read(AssignmentExamples.RIGHT);

        KernelPart vector = kernelPart(assignment, "loss_vector");
        assertThat(vector.form()).contains(Form.Kind.VECTOR);
        assertThat(vector.cases()).isEqualTo(kernelPart(assignment, "loss").cases());
        assertThat(assignment.parts())
                .contains(new AgreementPart("loss_agreement", "Both alike", Points.of("0.25"), "loss", "loss_vector"));
        assertThat(assignment.parts().getLast()).isInstanceOfSatisfying(SpeedupPart.class, speedup -> {
            assertThat(speedup.kernel()).isEqualTo(Kernel.RELU);
            assertThat(speedup.repeats()).isEqualTo(9);
            assertThat(speedup.atLeast()).isEqualTo(1.5);
            assertThat(speedup.cases()).hasSize(1);
        });
    }

    @Test
    void parts_that_agree_may_write_out_the_same_cases_twice() throws IOException {
        String twice = AssignmentExamples.RIGHT.replace(
                "cases-of: loss }",
                "cases: [ { id: drawn, visibility: public, arguments: { logits: { uniform: [4, 3], low: -1.5, high: 2 },"
                        + " targets: { classes: 4, below: 3 } } }, { id: given, visibility: public, arguments:"
                        + " { logits: { normal: [2, 3] }, targets: [0, 2] } } ] }");

        assertThat(read(twice).parts()).hasSize(9);
        assertThat(problems(twice.replace("targets: [0, 2] } } ] }", "targets: [0, 1] } } ] }")))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("the same cases");
    }

    @Test
    void all_mistakes_are_named_at_once_in_the_order_of_the_lines() throws IOException {
        List<Problem> problems = problems(AssignmentExamples.RIGHT
                .replace("version: 3", "version: x")
                .replace("+08:00", "")
                .replace("points: 0.5", "points: -1")
                .replace("at-least: 1.5", "at-least: x"));

        assertThat(problems)
                .extracting(Problem::key)
                .containsExactly("version", "deadline", "parts[0].points", "parts[8].speedup.at-least");
    }

    @Test
    void a_problem_reads_like_a_compilers() throws IOException {
        assertThat(problems(AssignmentExamples.RIGHT.replace("points: 0.5", "points: -0.5")))
                .singleElement()
                .hasToString(folder.resolve("demo/assignment.yaml")
                        + ":13:13: parts[0].points: must not be negative, but is -0.5");
    }

    @Test
    void a_part_without_points_is_fine_and_an_assignment_without_any_is_not() throws IOException {
        assertThat(problems(AssignmentExamples.RIGHT.replaceAll("points: [0-9.]+", "points: 0")))
                .singleElement()
                .hasToString(folder.resolve("demo/assignment.yaml") + ":11:3: parts: no part has any points");
    }

    @Test
    void the_digest_is_of_the_file_and_changes_with_it() throws IOException {
        String digest = read(AssignmentExamples.RIGHT).digest();

        assertThat(read(AssignmentExamples.RIGHT).digest()).isEqualTo(digest);
        assertThat(read(AssignmentExamples.RIGHT + "# changed\n").digest()).isNotEqualTo(digest);
    }

    @Test
    void a_folder_without_an_assignment_is_a_problem() {
        assertThat(reader().read(folder.resolve("absent")))
                .isEqualTo(new Invalid(List.of(new Problem(
                        folder.resolve("absent/assignment.yaml").toString(), 0, 0, "", "there is no such file"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "[]", "a: *b", "parts: [x]", "parts: [[]]", "parts: {}", "parts: []", "late: [none]"})
    void whatever_stands_there_becomes_problems(String text) throws IOException {
        assertThat(problems(text)).isNotEmpty();
    }

    /** Nothing that a person deletes by mistake breaks the reader. */
    @Test
    void without_any_one_of_its_lines_an_assignment_is_read_or_refused() throws IOException {
        List<String> lines = AssignmentExamples.RIGHT.lines().toList();
        for (int without = 0; without < lines.size(); without++) {
            int gone = without;
            String text = String.join(
                    "\n",
                    IntStream.range(0, lines.size())
                            .filter(line -> line != gone)
                            .mapToObj(lines::get)
                            .toList());
            assertThat(write(text)).isNotNull();
        }
    }

    /** The misconceptions are the goldens' to know, so those are not held against them here. */
    @ParameterizedTest
    @ValueSource(strings = {"comp6721-a8-a9", "cs5242-hw4", "kpu-assignment-2", "ucu-hw2", "week7-cnn"})
    void the_assignments_of_this_house_are_well_formed(String id) {
        Path assignments = Path.of("../../reference/assignments");
        AssignmentReading reading = reader().read(assignments.resolve(id));
        List<Problem> problems = reading instanceof Invalid invalid ? invalid.problems() : List.of();

        assertThat(problems).allSatisfy(problem -> assertThat(problem.key()).contains(".misconceptions["));
    }

    private static Given ofInt(int number) {
        return new Given(new Argument.OfInt(number));
    }

    private static KernelPart kernelPart(Assignment assignment, String id) {
        return assignment.parts().stream()
                .filter(part -> part.id().equals(id))
                .map(KernelPart.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String lineKeyAndMessage(Problem problem) {
        String key = problem.key().isEmpty() ? "" : problem.key() + ": ";
        return problem.line() + " " + key + problem.message();
    }

    private Assignment read(String text) throws IOException {
        return switch (write(text)) {
            case Read(Assignment assignment) -> assignment;
            case Invalid(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    private List<Problem> problems(String text) throws IOException {
        return switch (write(text)) {
            case Read read -> throw new AssertionError("accepted: " + read);
            case Invalid(List<Problem> problems) -> problems;
        };
    }

    private AssignmentReading write(String text) throws IOException {
        Path demo = Files.createDirectories(folder.resolve("demo"));
        Files.writeString(demo.resolve("assignment.yaml"), text);
        return reader().read(demo);
    }

    private static AssignmentReader reader() {
        return new AssignmentReader(Map.of(Kernel.MAX_POOL2D, List.of("zero_padding", "ceil_mode")));
    }
}
