package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The texts of one submission with their rubrics.
 *
 * @param action where the marks go
 * @param history what was decided so far, newest first
 */
public record MarkingPage(
        Frame frame, Link back, String student, String action, List<Text> texts, List<HistoryLine> history) {
    /** @param version tells this text from another */
    public record Text(String part, String title, String version, String text, List<Item> items) {
        public Text {
            requireNonNull(part, "part is null");
            requireNonNull(title, "title is null");
            requireNonNull(version, "version is null");
            requireNonNull(text, "text is null");
            items = List.copyOf(items);
        }
    }

    /** @param points as given so far; empty where nobody has decided */
    public record Item(String id, String about, String maximum, String points, String remark) {
        public Item {
            requireNonNull(id, "id is null");
            requireNonNull(about, "about is null");
            requireNonNull(maximum, "maximum is null");
            requireNonNull(points, "points is null");
            requireNonNull(remark, "remark is null");
        }
    }

    public MarkingPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(back, "back is null");
        requireNonNull(student, "student is null");
        requireNonNull(action, "action is null");
        texts = List.copyOf(texts);
        history = List.copyOf(history);
    }
}
