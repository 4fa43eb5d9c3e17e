package assay.core.report;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Feedback;
import assay.core.assignment.Part;
import assay.core.compare.Tolerance;
import assay.core.domain.Limits;
import assay.core.domain.Points;
import assay.core.domain.Visibility;
import assay.core.late.LatePolicy;
import assay.kernels.call.Kernel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Six kernels of half a point each, with two public and two hidden cases. */
final class SampleAssignment {
    static final Instant DEADLINE = Instant.parse("2022-09-19T15:59:59Z");
    static final List<String> PUBLIC = List.of("seed-shape", "stride-2");
    static final List<String> HIDDEN = List.of("all-negative-padding", "single-channel");

    private SampleAssignment() {}

    static Assignment with(Feedback feedback) {
        return new Assignment(
                "cs5242-hw4",
                "CS5242 Homework 4: kernels of a CNN from scratch",
                1,
                ZoneId.of("Asia/Singapore"),
                DEADLINE,
                new LatePolicy.PerDay(
                        new BigDecimal("0.15"),
                        LatePolicy.Basis.EARNED,
                        Optional.of(Duration.ofDays(7)),
                        Duration.ZERO),
                Limits.DEFAULT,
                feedback,
                List.of(
                        part("max_pool2d", "Max pooling", Kernel.MAX_POOL2D),
                        part("avg_pool2d", "Average pooling", Kernel.AVG_POOL2D),
                        part("conv2d", "Convolution", Kernel.CONV2D),
                        part("batch_norm2d", "Batch normalisation", Kernel.BATCH_NORM2D),
                        part("sigmoid", "Sigmoid", Kernel.SIGMOID),
                        part("cross_entropy", "Cross entropy", Kernel.CROSS_ENTROPY)),
                "9f2c6b1e4d7a8035");
    }

    private static Part part(String id, String title, Kernel kernel) {
        List<CaseSpec> cases = new ArrayList<>();
        PUBLIC.forEach(each -> cases.add(spec(each, Visibility.PUBLIC)));
        HIDDEN.forEach(each -> cases.add(spec(each, Visibility.HIDDEN)));
        return new Part.KernelPart(id, title, Points.of("0.5"), kernel, Optional.empty(), cases);
    }

    private static CaseSpec spec(String id, Visibility visibility) {
        return new CaseSpec(id, visibility, List.of(), Tolerance.DEFAULT, List.of());
    }
}
