package assay.core.report;

import assay.core.assignment.Assignment;
import assay.core.domain.Verdict;
import assay.core.port.Diagnostic;
import assay.core.port.Diagnostic.Severity;
import assay.core.result.Grading;
import java.time.Duration;
import java.util.List;

/** A class that holds what reports have to show, hostile names and texts included. */
final class SampleGradings {
    static final String SCRIPT = "eve <script>alert(1)</script>";
    static final String RTL = "فرید رضایی";
    static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"click\")";

    private SampleGradings() {}

    static List<Grading> of(Assignment assignment) {
        return List.of(
                new GradingBuilder(assignment, "ada").build(),
                wrongBorder(assignment),
                notANumber(assignment),
                wrongShape(assignment),
                new GradingBuilder(assignment, SCRIPT)
                        .said(diagnostics())
                        .notRun(Verdict.CE, "The compiler found 2 errors.")
                        .build(),
                threw(assignment),
                new GradingBuilder(assignment, "grace")
                        .all(
                                "conv2d",
                                Verdict.TLE,
                                "Stopped after 5 s of processor time; is there a loop that never ends?")
                        .late(Duration.ofMillis(1))
                        .build(),
                new GradingBuilder(assignment, "山田 花子")
                        .late(Duration.ofDays(2).minusMinutes(11))
                        .build(),
                new GradingBuilder(assignment, "ivan")
                        .notRun(
                                Verdict.PV,
                                "The archive could not be read: entry \"../../etc/passwd\" points outside of it.")
                        .notice("No hand-in time was given; the file's own time was taken.")
                        .build(),
                new GradingBuilder(assignment, "judy")
                        .all(
                                "sigmoid",
                                Verdict.SK,
                                "Not implemented yet: the method throws UnsupportedOperationException.")
                        .all("cross_entropy", Verdict.SK, "No class implements CrossEntropy.")
                        .build(),
                new GradingBuilder(assignment, "kim")
                        .all(
                                "avg_pool2d",
                                Verdict.IE,
                                "Tried to start a container but failed because of /var/run/engine")
                        .build(),
                new GradingBuilder(assignment, "lee").late(Duration.ofDays(8)).build(),
                hostileOutput(assignment),
                new GradingBuilder(assignment, FORMULA)
                        .with("max_pool2d", Cases.hidden(Cases.wrongBorder("all-negative-padding")))
                        .build());
    }

    private static Grading wrongBorder(Assignment assignment) {
        return new GradingBuilder(assignment, "ben")
                .with("max_pool2d", Cases.wrongBorder("stride-2"))
                .with("max_pool2d", Cases.hidden(Cases.wrongBorder("all-negative-padding")))
                .note(
                        "conv2d",
                        "Note: the code wrote to its input tensor; PyTorch's function leaves its input as it is.")
                .build();
    }

    private static Grading notANumber(Assignment assignment) {
        return new GradingBuilder(assignment, "chloé_müller")
                .with("cross_entropy", Cases.notANumber("stride-2"))
                .with("cross_entropy", Cases.hidden(Cases.notANumber("single-channel")))
                .build();
    }

    private static Grading wrongShape(Assignment assignment) {
        return new GradingBuilder(assignment, "dmitri")
                .with("conv2d", Cases.wrongShape("seed-shape"))
                .with("conv2d", Cases.hidden(Cases.wrongShape("single-channel")))
                .build();
    }

    private static Grading threw(Assignment assignment) {
        return new GradingBuilder(assignment, RTL)
                .with(
                        "batch_norm2d",
                        Cases.threw(
                                "seed-shape",
                                "java.lang.ArrayIndexOutOfBoundsException: Index 6 out of bounds for length 6",
                                "mean = 0.0132\nvariance = 0.998\n",
                                "student.BatchNorm.normalise(BatchNorm.java:41)",
                                "student.BatchNorm.batchNorm2d(BatchNorm.java:18)"))
                .notice("notes.txt was left out: only Java sources are graded.")
                .build();
    }

    private static Grading hostileOutput(Assignment assignment) {
        String printed =
                "\u001b[2J\u001b]0;owned\u0007 ]]> </pre><img src=x onerror=alert(1)> &#0; \uD800 \u202Eneddih\u202C\n"
                        + "A".repeat(20_000);
        return new GradingBuilder(assignment, "mallory")
                .with(
                        "max_pool2d",
                        Cases.threw(
                                "seed-shape",
                                "student.Boom: \"><svg onload=alert(1)> javascript:alert(1) http://evil.example/x.png",
                                printed,
                                "student.\u202Etnemngissa</code>.run(<b>Boom</b>.java:1)"))
                .all("conv2d", Verdict.MLE, "Stopped for using more than 512 MiB of memory.")
                .all("sigmoid", Verdict.OLE, "Stopped for printing more than 256 KiB; remove the debugging output.")
                .build();
    }

    private static Diagnostic[] diagnostics() {
        return new Diagnostic[] {
            new Diagnostic(
                    Severity.ERROR,
                    "src/main/java/student/Conv.java",
                    27,
                    34,
                    "incompatible types: possible lossy conversion from double to float",
                    "\t\tfloat sum = input.get(n, c, y) * 0.5;"),
            new Diagnostic(
                    Severity.ERROR,
                    "src/main/java/student/<img src=x onerror=alert(1)>.java",
                    3,
                    9,
                    "cannot find symbol\n  symbol:   class Tensr\n  location: class student.Conv",
                    "private Tensr \u202E/* } */ weight; // </pre><script>alert(2)</script>"),
            new Diagnostic(Severity.WARNING, "", 0, 0, "1 file uses unchecked operations", "")
        };
    }
}
