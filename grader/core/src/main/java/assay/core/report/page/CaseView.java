package assay.core.report.page;

import static java.util.Objects.requireNonNull;

import assay.core.desk.ManualText;
import java.util.List;
import java.util.Optional;

/**
 * One case.
 *
 * @param hidden whether it has to be said that it is hidden
 * @param plain whether there is nothing to say but that it was accepted
 * @param error where an output of the right shape came
 * @param details what the comparison found, e.g. shapes, the first mismatch
 * @param misconception empty where there is none
 * @param printed empty where nothing was
 * @param time empty where it is not told
 */
public record CaseView(
        String name,
        boolean hidden,
        boolean plain,
        Badge badge,
        String message,
        String time,
        Optional<ErrorBar> error,
        List<Fact> details,
        String misconception,
        Optional<HeatMap> map,
        List<String> stack,
        String printed) {
    public CaseView {
        requireNonNull(name, "name is null");
        requireNonNull(badge, "badge is null");
        requireNonNull(message, "message is null");
        requireNonNull(time, "time is null");
        requireNonNull(error, "error is null");
        requireNonNull(misconception, "misconception is null");
        requireNonNull(map, "map is null");
        requireNonNull(printed, "printed is null");
        details = List.copyOf(details);
        stack = List.copyOf(stack);
    }

    /** What stands above the printed text. */
    public String printedWords() {
        return name.equals(ManualText.TEXT) ? "What you handed in" : "What your code printed";
    }
}
