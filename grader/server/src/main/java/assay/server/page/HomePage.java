package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Somebody's courses. */
public record HomePage(Frame frame, List<CourseLine> courses) {
    public HomePage {
        requireNonNull(frame, "frame is null");
        courses = List.copyOf(courses);
    }
}
