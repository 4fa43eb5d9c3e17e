package assay.core.assignment;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.core.formula.Numbers;
import assay.kernels.Form;
import assay.kernels.call.Kernel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Something that is asked for and has points. Each part stands alone: a fault in one never costs another. */
public sealed interface Part {
    /** Unique in the assignment, e.g. {@code max_pool2d}. */
    String id();

    String title();

    Points points();

    /**
     * A kernel whose outputs are weighed against goldens.
     *
     * @param form which of two implementations is meant, where the assignment asks for both
     */
    record KernelPart(
            String id, String title, Points points, Kernel kernel, Optional<Form.Kind> form, List<CaseSpec> cases)
            implements Part {
        public KernelPart {
            requireNonNull(id, "id is null");
            requireNonNull(title, "title is null");
            requireNonNull(points, "points is null");
            requireNonNull(kernel, "kernel is null");
            requireNonNull(form, "form is null");
            cases = List.copyOf(cases);
        }
    }

    /**
     * The outputs of two kernel parts over the same cases, weighed against each other.
     *
     * @param left the id of one kernel part
     * @param right the id of the other; its cases have the same ids
     */
    record AgreementPart(String id, String title, Points points, String left, String right) implements Part {
        public AgreementPart {
            requireNonNull(id, "id is null");
            requireNonNull(title, "title is null");
            requireNonNull(points, "points is null");
            requireNonNull(left, "left is null");
            requireNonNull(right, "right is null");
        }
    }

    /**
     * How many times faster the vector form of a kernel is than the scalar form: wall time of one over the other's,
     * measured in turn in one sandbox, as the median of the rounds; counts only if all outputs match their golden. Of the
     * scalar form counts no more than would let the vector form take {@link #OF_PLAIN} of the time of a plain one of ours.
     *
     * @param cases different inputs of one shape
     * @param repeats how often each form is measured, and {@link #MOST} times as often where the rounds disagree
     * @param atLeast the ratio that earns the points
     */
    record SpeedupPart(
            String id, String title, Points points, Kernel kernel, List<CaseSpec> cases, int repeats, double atLeast)
            implements Part {
        /** For the JVM to warm up. */
        public static final int WARM_UPS = 3;

        /** On a machine that is busy with other work. */
        public static final int MOST = 5;

        /**
         * Where there is a plain scalar form of ours, how much of its time the vector form may take at most: less than
         * all of it, so that a scalar form that is slow on purpose does not make a plain one look fast.
         */
        public static final double OF_PLAIN = 0.75;

        public SpeedupPart {
            requireNonNull(id, "id is null");
            requireNonNull(title, "title is null");
            requireNonNull(points, "points is null");
            requireNonNull(kernel, "kernel is null");
            cases = List.copyOf(cases);
        }

        /**
         * What is run, in this order, as far as it takes: the cases in turn, after the first time round with numbers of
         * their own, since whoever meets an input twice can remember the answer. The first {@link #WARM_UPS} are not
         * measured.
         */
        public List<CaseSpec> rounds() {
            return cases.isEmpty()
                    ? List.of()
                    : IntStream.range(0, WARM_UPS + MOST * repeats)
                            .mapToObj(i -> cases.get(i % cases.size()).redrawn(i / cases.size()))
                            .toList();
        }

        /** Those of them that are run in any case; the others only where these disagree. */
        public List<CaseSpec> leastRounds() {
            return cases.isEmpty() ? List.of() : rounds().subList(0, WARM_UPS + repeats);
        }
    }

    /**
     * A network that is trained, and what its run must show; the points of the items add up to the part's.
     */
    record TrainingPart(String id, String title, Points points, TrainingSpec spec, List<TrainingItem> items)
            implements Part {
        public TrainingPart {
            requireNonNull(id, "id is null");
            requireNonNull(title, "title is null");
            requireNonNull(points, "points is null");
            requireNonNull(spec, "spec is null");
            items = List.copyOf(items);
        }

        /** What of it can be seen without training; empty where that is nothing. */
        public Optional<TrainingPart> untrained() {
            List<TrainingItem> seen =
                    items.stream().filter(item -> item.check().epochs() == 0).toList();
            Points worth = seen.stream().map(TrainingItem::points).reduce(Points.ZERO, Points::plus);
            return seen.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new TrainingPart(id, title, worth, spec.withEpochs(0), seen));
        }
    }

    /**
     * Numbers, shapes and words that a student hands in in {@code answers.yaml}, under the part's id.
     *
     * @param given numbers and tables that formulas may name besides the rows
     */
    record AnswersPart(String id, String title, Points points, Map<String, Numbers> given, List<AnswerSpec> rows)
            implements Part {
        public AnswersPart {
            requireNonNull(id, "id is null");
            requireNonNull(title, "title is null");
            requireNonNull(points, "points is null");
            given = Map.copyOf(given);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A text that a person grades. Until then nothing else changes, and the points are those earned so far.
     *
     * @param document the file's name, e.g. {@code discussion.md}
     */
    record ManualPart(String id, String title, Points points, String document, List<RubricItem> rubric)
            implements Part {
        public ManualPart {
            requireNonNull(id, "id is null");
            requireNonNull(title, "title is null");
            requireNonNull(points, "points is null");
            requireNonNull(document, "document is null");
            rubric = List.copyOf(rubric);
        }
    }

    /**
     * One thing that a person looks for.
     *
     * @param about what earns the points, in a sentence
     */
    record RubricItem(String id, String about, Points points) {
        public RubricItem {
            requireNonNull(id, "id is null");
            requireNonNull(about, "about is null");
            requireNonNull(points, "points is null");
        }
    }
}
