package assay.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.compare.TensorComparison;
import assay.core.domain.Points;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.core.result.TrainingCurve;
import assay.server.store.Results;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClassPicturesTest {
    private static CaseResult result(String id, Verdict verdict, double mse) {
        return new CaseResult(
                id,
                Visibility.PUBLIC,
                verdict,
                "",
                Optional.of(new TensorComparison.Weighed(
                        verdict == Verdict.AC, mse, 1e-8, 1, 1, 0, 4, Optional.empty(), Optional.empty())),
                "",
                List.of(),
                "",
                RunUsage.NONE);
    }

    private static Grading grading(String student, String points, PartResult... parts) {
        Grading empty = Results.of(student, points);
        return new Grading(
                empty.assignment(),
                student,
                empty.submittedAt(),
                empty.verdict(),
                "",
                List.of(),
                List.of(parts),
                empty.score(),
                empty.lateness(),
                List.of(),
                empty.provenance(),
                "");
    }

    private static PartResult part(String id, CaseResult... cases) {
        return new PartResult(id, id, Points.of("5"), Points.ZERO, Verdict.WA, "", List.of(cases));
    }

    @Test
    void students_stand_by_their_points_and_cases_by_their_parts() {
        Grading weak = grading("weak", "1", part("conv", result("a", Verdict.WA, 1), result("b", Verdict.AC, 0)));
        Grading strong = grading(
                "strong",
                "9",
                part("conv", result("a", Verdict.AC, 0), result("b", Verdict.AC, 0)),
                part("pool", result("a", Verdict.AC, 0)));

        ClassPictures pictures = ClassPictures.of(List.of(weak, strong), id -> new Link(id, "/" + id));

        assertThat(pictures.rows()).extracting(row -> row.student().words()).containsExactly("strong", "weak");
        assertThat(pictures.groups())
                .containsExactly(new ClassPictures.Group("conv", 2), new ClassPictures.Group("pool", 1));
        assertThat(pictures.rows().getLast().cells())
                .extracting(ClassPictures.Cell::sign)
                .containsExactly("WA", "✓", "");
    }

    @ParameterizedTest
    @CsvSource({
        "0, AC, 0",
        "1e-30, AC, 0",
        "9e-9, AC, 7",
        "1e-8, AC, 7",
        "1.1e-8, WA, 8",
        "1e-6, WA, 10",
        "1e30, WA, 15",
        "NaN, WA, 15",
        "Infinity, WA, 15"
    })
    void errors_fall_into_decades_and_never_on_the_wrong_side(double mse, Verdict verdict, int decade) {
        ErrorSpread spread = ErrorSpread.of(List.of(grading("s", "1", part("conv", result("a", verdict, mse)))))
                .getFirst();

        assertThat(IntStream.range(0, 16)
                        .filter(i -> spread.decades().get(i).count() == 1)
                        .boxed())
                .containsExactly(decade);
        assertThat(spread.decades().get(decade).accepted()).isEqualTo(verdict == Verdict.AC);
    }

    @Test
    void what_all_got_right_stands_apart_from_what_is_to_be_looked_at() {
        ClassPictures pictures = ClassPictures.of(
                List.of(
                        grading("s", "1", part("conv", result("a", Verdict.AC, 0), result("b", Verdict.AC, 0))),
                        grading("t", "1", part("conv", result("a", Verdict.AC, 0), result("b", Verdict.WA, 1)))),
                id -> new Link(id, "/"));

        assertThat(pictures.far())
                .extracting(ErrorSpread::title)
                .singleElement()
                .asString()
                .endsWith(": b");
        assertThat(pictures.near())
                .extracting(ErrorSpread::title)
                .singleElement()
                .asString()
                .endsWith(": a");
        assertThat(pictures.nearWords()).isEqualTo("1 case in which all outputs are within the tolerance");
    }

    @Test
    void runs_lie_over_one_another_with_the_middle_one() {
        List<Grading> gradings = IntStream.of(2, 4, 9)
                .mapToObj(last -> grading("s" + last, "1", trained(last / 10.0)))
                .toList();

        CurveSheaf sheaf = CurveSheaf.of(gradings).getFirst();

        assertThat(sheaf.lines()).hasSize(3).contains("0.00,36.00 100.00,32.00");
        assertThat(sheaf.middle()).isEqualTo("0.00,36.00 100.00,24.00");
        assertThat(sheaf.summary())
                .startsWith("3 runs.")
                .contains("at least 40 %")
                .contains("best 90 %")
                .contains("worst 20 %");
    }

    private static PartResult trained(double last) {
        return new PartResult(
                "net",
                "A network",
                Points.of("5"),
                Points.ZERO,
                Verdict.WA,
                "",
                List.of(),
                Optional.of(new TrainingCurve(
                        100,
                        List.of(
                                new TrainingCurve.Point(0, Double.NaN, 2.3, 0.1, Duration.ZERO),
                                new TrainingCurve.Point(1, 2, 2, last, Duration.ofSeconds(1))))));
    }

    @Test
    void a_class_without_results_has_empty_pictures() {
        ClassPictures pictures = ClassPictures.of(List.of(), id -> new Link(id, "/"));

        assertThat(pictures.rows()).isEmpty();
        assertThat(pictures.errors()).isEmpty();
        assertThat(pictures.curves()).isEmpty();
    }
}
