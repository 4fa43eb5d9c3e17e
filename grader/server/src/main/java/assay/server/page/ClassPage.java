package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A class in an assignment. */
public record ClassPage(
        Frame frame,
        String course,
        String address,
        String query,
        List<Column> columns,
        List<StudentLine> students,
        String standing) {
    public ClassPage {
        requireNonNull(frame, "frame is null");
        requireNonNull(course, "course is null");
        requireNonNull(address, "address is null");
        requireNonNull(query, "query is null");
        columns = List.copyOf(columns);
        students = List.copyOf(students);
        requireNonNull(standing, "standing is null");
    }
}
