package assay.core.desk;

import assay.core.assignment.Part.ManualPart;
import assay.core.domain.Points;
import assay.core.domain.RunUsage;
import assay.core.domain.SourceFile;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.result.CaseResult;
import assay.core.result.PartResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A text for a person to grade: what is known of it before. */
public final class ManualText {
    /** The id of the result that carries the text; no rubric item can have it, since it is no id. */
    public static final String TEXT = "(text)";

    /** More than anybody reads; what is left out is said. */
    private static final int LONGEST = 60_000;

    private ManualText() {}

    /** Pending, item by item, with the text; skipped where none was handed in. */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as the submission has it
    static PartResult unmarked(ManualPart part, Optional<SourceFile> document) {
        String text = document.map(SourceFile::text).orElse("").strip();
        Verdict verdict = text.isEmpty() ? Verdict.SK : Verdict.PD;
        String message =
                text.isEmpty() ? "There is no text: " + part.document() + " was not handed in, or is empty." : "";
        Stream<CaseResult> items = part.rubric().stream()
                .map(item -> result(item.id(), verdict, text.isEmpty() ? message : item.about(), ""));
        Stream<CaseResult> own = text.isEmpty() ? Stream.of() : Stream.of(result(TEXT, Verdict.PD, "", capped(text)));
        return new PartResult(
                part.id(),
                part.title(),
                part.points(),
                Points.ZERO,
                verdict,
                text.isEmpty() ? message : pendingNote(part.points()),
                Stream.concat(items, own).toList());
    }

    /** What is said of a part that is not wholly graded. */
    public static String pendingNote(Points open) {
        return "A person grades this; points still open: " + open + ".";
    }

    private static CaseResult result(String id, Verdict verdict, String message, String text) {
        return new CaseResult(
                id, Visibility.PUBLIC, verdict, message, Optional.empty(), "", List.of(), text, RunUsage.NONE);
    }

    private static String capped(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\n… (longer; the rest is left out)";
    }
}
