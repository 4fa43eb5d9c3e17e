package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Two submissions side by side.
 *
 * @param standing how much of them is alike, in words
 */
public record PairPage(Frame frame, Link back, String standing, List<Row> rows, Side first, Side second) {
    public PairPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(back, "back is null");
        requireNonNull(standing, "standing is null");
        rows = List.copyOf(rows);
        requireNonNull(first, "first is null");
        requireNonNull(second, "second is null");
    }

    /** A stretch, by its number. */
    public record Row(int number, String first, String second, String tokens) {
        public Row {
            requireNonNull(first, "first is null");
            requireNonNull(second, "second is null");
            requireNonNull(tokens, "tokens is null");
        }
    }

    /**
     * One of the two.
     *
     * @param submission whose it is, leading to it
     * @param files those in which something is alike
     * @param others how many more there are
     */
    public record Side(Link submission, List<File> files, int others) {
        public Side {
            requireNonNull(submission, "submission is null");
            files = List.copyOf(files);
        }
    }

    /** A file. */
    public record File(String path, List<Line> lines) {
        public File {
            requireNonNull(path, "path is null");
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of it.
     *
     * @param tone the class of its colour; empty where nothing is alike
     * @param starts the stretches that begin in it
     */
    public record Line(int number, String text, String tone, List<Start> starts) {
        public Line {
            requireNonNull(text, "text is null");
            requireNonNull(tone, "tone is null");
            starts = List.copyOf(starts);
        }
    }

    /** Where a stretch begins: its anchor, and that of its like on the other side. */
    public record Start(int number, String anchor, String other) {
        public Start {
            requireNonNull(anchor, "anchor is null");
            requireNonNull(other, "other is null");
        }
    }
}
