package assay.sandbox.selfcheck;

import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.compare.TensorComparison;
import assay.core.compare.TensorComparison.ShapeMismatch;
import assay.core.compare.TensorComparison.Weighed;
import assay.core.port.GoldenCase;
import assay.core.result.CaseResult;
import assay.core.starter.PublicCases;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What came of a case, in words. */
final class FindingText {
    /** Each line of code once: an endless recursion says the same all over again. */
    private static final int MOST_FRAMES = 12;

    private FindingText() {}

    /**
     * What the student reads of a case.
     *
     * @param golden of a kernel's case; an agreement has none
     * @param output what came out of it, where something did
     */
    static Finding of(
            Part part, CaseSpec spec, CaseResult result, Optional<GoldenCase> golden, Optional<Tensor> output) {
        return switch (result.verdict()) {
            case AC -> new Finding.Accepted(result.message());
            case SK, PD -> new Finding.Skipped(result.message());
            case WA, CE, RTE, TLE, MLE, OLE, PV, IE -> {
                Optional<Shown> shown = shown(result, golden, output);
                yield new Finding.Rejected(
                        report(part, spec, result, golden, shown),
                        shown.map(Shown::expected).orElse(""),
                        shown.map(Shown::actual).orElse(""));
            }
        };
    }

    private static String report(
            Part part, CaseSpec spec, CaseResult result, Optional<GoldenCase> golden, Optional<Shown> shown) {
        List<String> lines = new ArrayList<>();
        lines.add(PublicCases.place(part, spec) + ": " + result.verdict().words());
        lines.add(result.message());
        result.comparison().flatMap(FindingText::figures).ifPresent(lines::add);
        if (!result.misconception().isEmpty()) {
            lines.add("This is exactly what a well-known mistake gives. " + result.misconception());
        }
        if (part instanceof Part.KernelPart kernel) {
            golden.ifPresent(given -> lines.add("Called: " + call(kernel.kernel(), given.arguments())));
        }
        shown.filter(Shown::whole).ifPresent(both -> {
            lines.add("Expected:\n" + both.expected().indent(2).stripTrailing());
            lines.add("Got:\n" + both.actual().indent(2).stripTrailing());
        });
        result.stack().stream().distinct().limit(MOST_FRAMES).forEach(frame -> lines.add("    at " + frame));
        return String.join("\n", lines);
    }

    private static Optional<String> figures(TensorComparison comparison) {
        return switch (comparison) {
            case ShapeMismatch _ -> Optional.empty();
            case Weighed weighed ->
                Optional.of(String.format(
                        Locale.ROOT,
                        "Mean squared error %.3g, allowed %.3g; largest error %.3g.",
                        weighed.mse(),
                        weighed.allowed(),
                        weighed.maxAbsolute()));
        };
    }

    private static String call(Kernel kernel, List<Argument> arguments) {
        return IntStream.range(0, arguments.size())
                .mapToObj(index -> kernel.method().getParameters()[index].getName() + " " + value(arguments.get(index)))
                .collect(Collectors.joining(", ", kernel.method().getName() + " with ", ""));
    }

    private static String value(Argument argument) {
        return switch (argument) {
            case Argument.OfTensor(Tensor tensor) -> "of shape " + Arrays.toString(tensor.shape());
            case Argument.OfInts(int[] ints) -> Arrays.toString(ints);
            case Argument.OfInt(int number) -> Integer.toString(number);
            case Argument.OfFloat(float number) -> Float.toString(number);
            case Argument.OfBoolean(boolean flag) -> Boolean.toString(flag);
        };
    }

    private static Optional<Shown> shown(CaseResult result, Optional<GoldenCase> golden, Optional<Tensor> output) {
        if (golden.isPresent() && output.isPresent()) {
            Tensor expected = golden.get().expected();
            if (TensorText.fits(expected) && TensorText.fits(output.get())) {
                return Optional.of(new Shown(TensorText.of(expected), TensorText.of(output.get()), true));
            }
        }
        return result.comparison().flatMap(FindingText::first);
    }

    private static Optional<Shown> first(TensorComparison comparison) {
        return switch (comparison) {
            case ShapeMismatch(List<Integer> expected, List<Integer> actual) ->
                Optional.of(new Shown("shape " + expected, "shape " + actual, false));
            case Weighed weighed ->
                weighed.first()
                        .map(first -> new Shown(
                                first.expected() + " at " + first.index(),
                                first.actual() + " at " + first.index(),
                                false));
        };
    }

    /** Two values for an IDE to show side by side, and whether they are the whole tensors. */
    private record Shown(String expected, String actual, boolean whole) {}
}
