package assay.cli.bench;

import assay.core.domain.Extension;
import assay.core.domain.GraderFault;
import assay.core.domain.SourceFile;
import assay.core.domain.Submission;
import assay.core.intake.FolderOpening;
import assay.core.intake.Intake;
import assay.core.intake.SubmissionEntry;
import assay.core.intake.SubmissionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The sample submissions of an assignment, of which a class of any size is made.
 *
 * @param leftOut students who are not among them
 */
record SampleClass(List<Submission> submissions, List<String> leftOut) {
    /** In {@code expect.yaml}: such a sample takes as long, as much or as many as the limits allow, whoever grades it. */
    private static final Pattern AT_A_LIMIT = Pattern.compile("\\bverdict: *(TLE|MLE|OLE)\\b");

    SampleClass {
        submissions = List.copyOf(submissions);
        leftOut = List.copyOf(leftOut);
        if (submissions.isEmpty()) {
            throw new IllegalArgumentException("there is no sample that can be graded");
        }
    }

    /**
     * Those that can be read.
     *
     * @param all whether those that run into a limit by design are taken too
     */
    static SampleClass in(Path samples, boolean all) {
        List<Submission> taken = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (SubmissionEntry entry : entries(samples)) {
            if (entry.read() instanceof Intake.Accepted(Submission submission)
                    && (all || !runsIntoLimit(samples.resolve(entry.student())))) {
                taken.add(submission);
            } else {
                leftOut.add(entry.student());
            }
        }
        return new SampleClass(taken, leftOut);
    }

    static List<SubmissionEntry> entries(Path folder) {
        return switch (SubmissionFolder.open(folder)) {
            case FolderOpening.Opened opened -> opened.entries();
            case FolderOpening.Invalid invalid ->
                throw new GraderFault(
                        GraderFault.Code.STORAGE, "read the samples", String.join("; ", invalid.problems()));
        };
    }

    /** So many, the samples over and over, under names that are in their order. */
    List<Submission> repeated(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> renamed(submissions.get(index % submissions.size()), index))
                .toList();
    }

    /** Writes a class as {@code assay grade} takes it. */
    static void write(List<Submission> submissions, Path folder) {
        List<String> table = new ArrayList<>(List.of("student,submitted_at,extension"));
        try {
            for (Submission submission : submissions) {
                writeSources(submission, folder.resolve(submission.student()));
                table.add(String.join(
                        ",",
                        submission.student(),
                        submission.submittedAt().toString(),
                        submission.extension().map(SampleClass::text).orElse("")));
            }
            Files.write(folder.resolve("submissions.csv"), table);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "write a class of samples to " + folder, e);
        }
    }

    static void writeSources(Submission submission, Path folder) throws IOException {
        for (SourceFile source : submission.sources()) {
            Path file = folder.resolve(source.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.text());
        }
    }

    private static Submission renamed(Submission sample, int index) {
        return new Submission(
                "%s-%04d".formatted(sample.student(), index),
                sample.submittedAt(),
                sample.extension(),
                sample.sources(),
                sample.digest(),
                sample.notices());
    }

    private static boolean runsIntoLimit(Path sample) {
        Path expectation = sample.resolve("expect.yaml");
        try {
            return Files.exists(expectation)
                    && AT_A_LIMIT.matcher(Files.readString(expectation)).find();
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "read " + expectation, e);
        }
    }

    private static String text(Extension extension) {
        return switch (extension) {
            case Extension.Until until -> until.instant().toString();
            case Extension.By by -> by.duration().toString();
        };
    }
}
