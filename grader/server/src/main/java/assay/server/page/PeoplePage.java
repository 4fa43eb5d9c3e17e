package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Who is in a course.
 *
 * @param instructor whether they may enrol
 * @param done what has just been done; empty where nothing was
 * @param link a sign-in link that was just made, which is shown once; empty where none was
 * @param problems of a table that was to be read
 */
public record PeoplePage(
        Frame frame,
        Link course,
        List<Line> people,
        boolean instructor,
        String done,
        String link,
        List<String> problems) {
    /** @param signIn where a sign-in link is made; empty for whoever may not */
    public record Line(String id, String name, String email, String role, String since, String signIn) {
        public Line {
            requireNonNull(id, "id is null");
            requireNonNull(name, "name is null");
            requireNonNull(email, "email is null");
            requireNonNull(role, "role is null");
            requireNonNull(since, "since is null");
            requireNonNull(signIn, "signIn is null");
        }
    }

    public PeoplePage {
        requireNonNull(frame, "frame is null");
        requireNonNull(course, "course is null");
        people = List.copyOf(people);
        requireNonNull(done, "done is null");
        requireNonNull(link, "link is null");
        problems = List.copyOf(problems);
    }
}
