package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A class in an assignment.
 *
 * @param due for everybody
 * @param zone of all times on the page
 * @param links to whatever else there is about it
 * @param address of the assignment
 * @param done what has just been done; empty where nothing was
 * @param platform whether there is a column for the learning platform
 */
public record ClassPage(
        Frame frame,
        Link back,
        String due,
        String zone,
        List<Link> links,
        String address,
        String done,
        String query,
        List<Choice> choices,
        List<Column> columns,
        List<StudentLine> students,
        String standing,
        boolean platform) {
    /** Whom to show. */
    public record Choice(String value, String words, boolean chosen) {
        public Choice {
            requireNonNull(value, "value is null");
            requireNonNull(words, "words is null");
        }
    }

    public ClassPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(back, "back is null");
        requireNonNull(due, "due is null");
        requireNonNull(zone, "zone is null");
        links = List.copyOf(links);
        requireNonNull(address, "address is null");
        requireNonNull(done, "done is null");
        requireNonNull(query, "query is null");
        choices = List.copyOf(choices);
        columns = List.copyOf(columns);
        students = List.copyOf(students);
        requireNonNull(standing, "standing is null");
    }
}
