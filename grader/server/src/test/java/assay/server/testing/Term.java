package assay.server.testing;

import assay.core.assignment.Assignment;
import assay.core.assignment.AssignmentReader;
import assay.core.assignment.Part;
import assay.core.compare.TensorComparison;
import assay.core.desk.ManualText;
import assay.core.domain.Points;
import assay.core.domain.Provenance;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.late.LateRule;
import assay.core.late.Lateness;
import assay.core.report.GradingJson;
import assay.core.result.CaseResult;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.core.result.TrainingCurve;
import assay.core.score.Scoring;
import assay.server.course.Archives;
import assay.server.course.ShownResults;
import assay.server.queue.Shelf;
import assay.server.rule.Counting;
import assay.server.store.Cause;
import assay.server.store.PublishedAssignment;
import assay.server.store.Role;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import assay.server.store.Urgency;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A course in the middle of a term: a class with results of every kind, made up, and the same each time. */
public final class Term {
    public static final String ID = "cnn";

    private static final List<String> NAMES = List.of(
            "Ada Byron",
            "Bob Noyce",
            "Amara Okafor",
            "Chen Wei",
            "דנה לוי",
            "Élodie Girard-Montferrand de la Tour",
            "Fatima Al-Sayed",
            "Göran Öberg",
            "Hiroshi Tanaka",
            "Inês Carvalho",
            "Jack O’Neill",
            "Katarzyna Wiśniewska",
            "Liam Smith",
            "محمد الأمين");
    private static final String YAML = """
            id: cnn
            title: "Convolutional networks from scratch"
            version: 1
            zone: Europe/Zurich
            deadline: 2026-03-02T13:00:00+01:00
            late: { per-day: 10%, basis: maximum }
            feedback: verdict
            tolerance: { relative: 1.0e-8, absolute: 1.0e-12 }
            parts:
              - id: conv2d
                title: Convolution
                points: 4
                kernel: conv2d
                cases:
            """
            + conv("small", "public", 3) + conv("larger", "public", 5) + conv("hidden-1", "hidden", 6)
            + conv("hidden-2", "hidden", 7)
            + """
              - id: cnn
                title: A small network, trained
                points: 4
                training:
                  network: cifar-cnn
                  data: cifar10
                  epochs: 8
                  wall: 60m
                  memory: 4GiB
                  device: cpu
                  items:
                    - { id: accuracy, points: 2, check: accuracy, above: 50% }
                    - { id: model, points: 1, check: architecture }
                    - { id: training, points: 1, check: loss-falls, to: 75% }
              - id: discussion
                title: Discussion
                points: 2
                manual:
                  document: discussion.md
                  rubric:
                    - { id: numbers, about: "Says where the parameters are, with numbers.", points: 0.5 }
                    - { id: reason, about: "Gives the reason: a weight of a convolution is used at every place of the output.", points: 1 }
                    - { id: words, about: "Is clear and to the point.", points: 0.5 }
            """;

    private final TestSite site;
    private final Random random = new Random(11);

    private Term(TestSite site) {
        this.site = site;
    }

    private static String conv(String id, String visibility, int size) {
        return """
                  - id: %s
                    visibility: %s
                    arguments:
                      input: { normal: [1, 1, %d, %d] }
                      weight: { normal: [1, 1, 2, 2] }
                      bias: { normal: [1] }
                      stride: 1
                      padding: 0
            """.formatted(id, visibility, size, size).indent(4);
    }

    /** Fills course {@code nn}; gives the submissions back by person. */
    public static Map<String, String> fill(TestSite site) {
        return new Term(site).fill();
    }

    public static byte[] yaml() {
        return YAML.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> fill() {
        Map<String, String> submissions = new java.util.LinkedHashMap<>();
        Assignment assignment = publish();
        for (int i = 0; i < NAMES.size(); i++) {
            String person = i == 0 ? "ada" : i == 1 ? "bob" : "s" + (1000 + i);
            String name = NAMES.get(i);
            double ability = 0.25 + 0.75 * i / NAMES.size();
            boolean late = i % 5 == 0;
            submissions.put(person, site.store().write(tx -> student(tx, assignment, person, name, ability, late)));
        }
        return submissions;
    }

    private Assignment publish() {
        return site.store().write(tx -> {
            PublishedAssignment published = new PublishedAssignment(
                    "nn",
                    ID,
                    1,
                    "Convolutional networks from scratch",
                    Instant.parse("2026-03-02T12:00:00Z"),
                    "made-up",
                    yaml(),
                    tx.now(),
                    "tess");
            tx.courses().publish(published);
            return new ShownResults(new Shelf(new AssignmentReader(Map.of()))).assignment(published);
        });
    }

    private String student(Tx tx, Assignment assignment, String person, String name, double ability, boolean late) {
        tx.people().put(person, name, "");
        tx.people().enrol("nn", person, Role.STUDENT);
        String digest = tx.submissions().keep(source(name));
        StoredSubmission submission = tx.submissions().add("nn", ID, person, person, "cnn.zip", digest, 1);
        String id = "g-" + submission.id();
        tx.gradings()
                .add(StoredGrading.waiting(id, submission, 1, Cause.HAND_IN, "", Urgency.WAITING, 1, 10, tx.now()));
        Grading grading = grading(assignment, person, ability, late);
        advance(person, 4);
        tx.gradings().start(id, "worker");
        advance(person, 150);
        tx.gradings().finish(id, grading, GradingJson.bytes(grading));
        tx.grades().renew("nn", ID, person, Counting.BEST, assignment.points());
        return submission.id();
    }

    /** One of them took its time. */
    private void advance(String person, int seconds) {
        if (person.equals("ada")) {
            site.clock().advance(Duration.ofSeconds(seconds));
        }
    }

    private static byte[] source(String name) {
        String text = """
            package cnn;

            /** By %s. */
            public final class Conv2d {
                public static float[] rows(float[] input, int width) {
                    float[] sums = new float[input.length / width];
                    for (int i = 0; i < input.length; i++) {
                        sums[i / width] += input[i]; // 1 < 2 && "a" > 'b'
                    }
                    return sums;
                }
            }
            """.formatted(name);
        return Archives.zip(Map.of("src/main/java/cnn/Conv2d.java", text.getBytes(StandardCharsets.UTF_8)));
    }

    private Grading grading(Assignment assignment, String person, double ability, boolean late) {
        List<PartResult> parts =
                assignment.parts().stream().map(part -> part(part, ability)).toList();
        Instant at = assignment.deadline().plus(late ? Duration.ofHours(30) : Duration.ofHours(-3));
        Lateness lateness = LateRule.judge(
                assignment.late(),
                assignment.deadline(),
                Optional.empty(),
                at,
                Scoring.raw(assignment, parts),
                assignment.points(),
                assignment.zone());
        return new Grading(
                assignment.id(),
                person,
                at,
                Scoring.verdict(parts),
                "",
                List.of(),
                parts,
                Scoring.score(assignment, parts, lateness),
                lateness,
                List.of(),
                new Provenance(Map.of("assay", "test")),
                "f");
    }

    private PartResult part(Part part, double ability) {
        return switch (part) {
            case Part.KernelPart kernel ->
                Scoring.kernel(
                        kernel,
                        kernel.cases().stream()
                                .map(spec -> weighed(spec.id(), spec.visibility(), ability))
                                .toList());
            case Part.TrainingPart training -> trained(training, ability);
            case Part.ManualPart manual -> written(manual);
            case Part.AgreementPart _, Part.SpeedupPart _, Part.AnswersPart _ -> throw new AssertionError(part.id());
        };
    }

    private CaseResult weighed(String id, Visibility visibility, double ability) {
        double luck = random.nextDouble();
        if (luck > ability + 0.4) {
            return result(id, visibility, Verdict.RTE, "ArrayIndexOutOfBoundsException: Index 3", Optional.empty());
        }
        boolean right = luck < ability;
        double mse = Math.pow(10, right ? -15 + 5 * random.nextDouble() : -6 + 7 * random.nextDouble());
        return result(
                id,
                visibility,
                right ? Verdict.AC : Verdict.WA,
                right ? "" : "The output differs from the expected one in 7 of 16 places.",
                Optional.of(new TensorComparison.Weighed(
                        right,
                        mse,
                        1e-8,
                        Math.sqrt(mse),
                        Math.sqrt(mse),
                        right ? 0 : 7,
                        16,
                        right
                                ? Optional.empty()
                                : Optional.of(new TensorComparison.Mismatch(List.of(0, 0, 1, 1), 1.5f, 0.5f)),
                        Optional.empty())));
    }

    private PartResult trained(Part.TrainingPart part, double ability) {
        List<TrainingCurve.Point> points = new ArrayList<>();
        double best = 0.15 + 0.6 * ability;
        for (int epoch = 0; epoch <= 8; epoch++) {
            double share = 1 - Math.exp(-0.5 * epoch);
            double accuracy = 0.1 + (best - 0.1) * share + 0.02 * random.nextDouble();
            double loss = 2.3 - 1.6 * ability * share;
            points.add(new TrainingCurve.Point(
                    epoch, epoch == 0 ? Double.NaN : loss * 0.95, loss, accuracy, Duration.ofSeconds(epoch * 3L)));
        }
        boolean enough = best > 0.5;
        List<CaseResult> items = part.items().stream()
                .map(item -> result(
                        item.id(),
                        Visibility.PUBLIC,
                        enough || !item.id().equals("accuracy") ? Verdict.AC : Verdict.WA,
                        enough ? "" : "Too few test images are right.",
                        Optional.empty()))
                .toList();
        return new PartResult(
                part.id(),
                part.title(),
                part.points(),
                enough ? part.points() : Points.of("2"),
                enough ? Verdict.AC : Verdict.WA,
                "",
                items,
                Optional.of(new TrainingCurve(1000, points)));
    }

    private static PartResult written(Part.ManualPart part) {
        List<CaseResult> items = new ArrayList<>(part.rubric().stream()
                .map(item -> result(item.id(), Visibility.PUBLIC, Verdict.PD, item.about(), Optional.empty()))
                .toList());
        items.add(new CaseResult(
                ManualText.TEXT,
                Visibility.PUBLIC,
                Verdict.PD,
                "",
                Optional.empty(),
                "",
                List.of(),
                """
                # Where the parameters are

                Of the 61 million parameters 96 % are in the dense layers, while 90 % of the multiplications
                are in the convolutions: <b>each weight</b> is used at every place of the output.
                """,
                RunUsage.NONE));
        return new PartResult(
                part.id(), part.title(), part.points(), Points.ZERO, Verdict.PD, "A person grades this.", items);
    }

    private static CaseResult result(
            String id, Visibility visibility, Verdict verdict, String message, Optional<TensorComparison> comparison) {
        return new CaseResult(
                id, visibility, verdict, message, comparison, "", List.of(), "", new RunUsage(Duration.ofMillis(12)));
    }
}
