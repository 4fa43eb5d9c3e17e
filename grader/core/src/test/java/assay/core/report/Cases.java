package assay.core.report;

import assay.core.compare.TensorComparison;
import assay.core.compare.TensorComparison.ErrorMap;
import assay.core.compare.TensorComparison.Mismatch;
import assay.core.compare.TensorComparison.Weighed;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.result.CaseResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cases for tests. */
final class Cases {
    static final String ZERO_PADDING =
            "Max pooling pads with minus infinity, not with zero: a zero beats every negative value at the border.";

    private Cases() {}

    static CaseResult of(String id, Verdict verdict, String message) {
        return new CaseResult(
                id, Visibility.PUBLIC, verdict, message, Optional.empty(), "", List.of(), "", usage(12_300));
    }

    static CaseResult accepted(String id) {
        Weighed weighed = new Weighed(true, 3.2e-15, 1e-8, 2.4e-7, 1.1e-6, 0, 6144, Optional.empty(), Optional.empty());
        return of(id, Verdict.AC, "", weighed, "");
    }

    static CaseResult of(String id, Verdict verdict, String message, TensorComparison comparison, String mixUp) {
        return new CaseResult(
                id, Visibility.PUBLIC, verdict, message, Optional.of(comparison), mixUp, List.of(), "", usage(1_840));
    }

    /** A max pooling that pads with zero: its border is wrong where the input is negative. */
    static CaseResult wrongBorder(String id) {
        Mismatch first = new Mismatch(List.of(0, 2, 0, 3), -0.41803277f, 0.0f);
        Weighed weighed = new Weighed(
                false, 3.4e-3, 1.1e-8, 1.2843, 1.0, 74, 1734, Optional.of(first), Optional.of(border(17, 17)));
        return of(
                id,
                Verdict.WA,
                "74 of 1734 values are off. The first is at [0, 2, 0, 3]: expected -0.41803277, got 0.0.",
                weighed,
                ZERO_PADDING);
    }

    static CaseResult notANumber(String id) {
        Mismatch first = new Mismatch(List.of(), 2.3025851f, Float.NaN);
        ErrorMap map = new ErrorMap(1, 4, List.of(0f, Float.NaN, 1e-7f, Float.POSITIVE_INFINITY), "output");
        Weighed weighed = new Weighed(
                false, Double.NaN, 1e-12, Double.NaN, Double.NaN, 2, 4, Optional.of(first), Optional.of(map));
        return of(id, Verdict.WA, "2 of 4 values are off. The first is at []: expected 2.3, got NaN.", weighed, "");
    }

    static CaseResult wrongShape(String id) {
        return of(
                id,
                Verdict.WA,
                "The shape is [2, 6, 30, 30], but should be [2, 6, 32, 32].",
                new TensorComparison.ShapeMismatch(List.of(2, 6, 32, 32), List.of(2, 6, 30, 30)),
                "");
    }

    static CaseResult threw(String id, String message, String printed, String... stack) {
        return new CaseResult(
                id, Visibility.PUBLIC, Verdict.RTE, message, Optional.empty(), "", List.of(stack), printed, usage(902));
    }

    static CaseResult hidden(CaseResult result) {
        return new CaseResult(
                result.id(),
                Visibility.HIDDEN,
                result.verdict(),
                result.message(),
                result.comparison(),
                result.misconception(),
                result.stack(),
                result.printed(),
                result.usage());
    }

    private static ErrorMap border(int rows, int columns) {
        List<Float> errors = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                boolean edge = row == 0 || column == 0;
                int mixed = (row * 31 + column * 17) % 11;
                errors.add(edge && mixed > 4 ? mixed * 0.12f : mixed * 1e-8f);
            }
        }
        return new ErrorMap(rows, columns, errors, "output[0, 2]");
    }

    private static RunUsage usage(long micros) {
        return new RunUsage(Duration.ofNanos(micros * 1000));
    }
}
