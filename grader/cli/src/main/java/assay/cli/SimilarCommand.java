package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.alike.Comparison;
import assay.core.alike.LeftOut;
import assay.core.alike.Pair;
import assay.core.alike.Spread;
import assay.core.alike.Work;
import assay.core.assignment.Assignment;
import assay.core.domain.GraderFault;
import assay.core.domain.Submission;
import assay.core.intake.FolderOpening;
import assay.core.intake.Intake;
import assay.core.intake.IntakeRequest;
import assay.core.intake.SubmissionEntry;
import assay.core.lms.LmsDownload;
import assay.core.lms.LmsRequest;
import assay.core.report.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "similar",
        mixinStandardHelpOptions = true,
        description = "Says which submissions are alike, by JPlag; what the starter gives everybody is not counted.",
        footer = "%nNothing follows from it by itself: solutions of one task are alike by nature. Read both.")
final class SimilarCommand implements Callable<Integer> {
    private static final int CAP = 60;

    private final Workbench bench;

    @Parameters(index = "0", paramLabel = "ASSIGNMENT", description = "its id, or the folder it is in")
    private String assignment = "";

    @Parameters(
            index = "1",
            paramLabel = "SUBMISSIONS",
            description = "the folder of submissions, or a platform's download")
    private Path submissions = Path.of("");

    @Option(names = "--top", paramLabel = "N", description = "pairs to print (default: 20)")
    private int top = 20;

    @Option(names = "--out", paramLabel = "FILE", description = "all pairs with the lines that are alike, as JSON")
    private @Nullable Path out;

    @Option(
            names = "--jplag",
            paramLabel = "PATH",
            description =
                    "a jar of JPlag 6 with all of it, or a folder of jars (default: got by Maven when first needed)")
    private @Nullable Path jplag;

    SimilarCommand(Workbench bench) {
        this.bench = requireNonNull(bench, "bench is null");
    }

    @Override
    public Integer call() throws InterruptedException {
        Assignment read = bench.assignment(assignment);
        List<LeftOut> unreadable = new ArrayList<>();
        List<SubmissionEntry> entries = entries(read);
        Likeness likeness = new Likeness(bench.installation());
        Comparison outcome = likeness.comparer(Optional.ofNullable(jplag))
                .compare(
                        () -> entries.stream()
                                .flatMap(entry -> work(entry, unreadable).stream())
                                .iterator(),
                        likeness.starter(read.id()));
        return switch (outcome) {
            case Comparison.Failed(String why) ->
                throw new GraderFault(GraderFault.Code.SANDBOX, "compare submissions", why);
            case Comparison.Compared(List<Pair> pairs, Spread spread, List<LeftOut> left) -> {
                List<LeftOut> leftOut = new ArrayList<>(left);
                leftOut.addAll(unreadable);
                print(pairs, leftOut);
                write(new Comparison.Compared(pairs, spread, leftOut));
                yield leftOut.isEmpty() ? ExitCode.DONE : ExitCode.LOOK;
            }
        };
    }

    private List<SubmissionEntry> entries(Assignment read) {
        return switch (LmsDownload.open(new LmsRequest(
                        IntakeRequest.of(submissions), Optional.empty(), Optional.empty(), read.deadline()))
                .opening()) {
            case FolderOpening.Opened opened -> opened.entries();
            case FolderOpening.Invalid(List<String> problems) -> throw new UsageProblem(problems);
        };
    }

    private static Optional<Work> work(SubmissionEntry entry, List<LeftOut> unreadable) {
        return switch (entry.read()) {
            case Intake.Accepted(Submission read) -> Optional.of(new Work(entry.student(), read.sources()));
            case Intake.Refused refused -> {
                unreadable.add(new LeftOut(entry.student(), refused.reason()));
                yield Optional.empty();
            }
        };
    }

    private void print(List<Pair> pairs, List<LeftOut> leftOut) {
        for (Pair pair : pairs.subList(0, Math.min(Math.max(top, 0), pairs.size()))) {
            bench.console()
                    .out()
                    .printf(
                            "%3.0f %%  %s  %s%n",
                            pair.similarity() * 100,
                            SafeText.line(pair.first(), CAP),
                            SafeText.line(pair.second(), CAP));
        }
        leftOut.forEach(one -> bench.console()
                .say("Not compared: " + SafeText.line(one.id(), CAP) + ". " + SafeText.line(one.why(), CAP * 5)));
        bench.console().out().flush();
    }

    private void write(Comparison.Compared compared) {
        Path file = out;
        if (file == null) {
            return;
        }
        try {
            Files.write(
                    file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(compared));
        } catch (IOException e) {
            throw new UsageProblem("--out: " + file + " cannot be written: " + e.getMessage() + ".");
        }
    }
}
