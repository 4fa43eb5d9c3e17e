package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A course, for its staff.
 *
 * @param instructor whether they may publish
 * @param done what has just been published; empty where nothing was
 * @param problems of the file that was to be published
 */
public record CoursePage(
        Frame frame,
        String address,
        List<Version> assignments,
        boolean instructor,
        List<Link> links,
        String done,
        List<String> problems) {
    /** The newest version of an assignment. */
    public record Version(Link link, String version, String due, String published, List<Link> links) {
        public Version {
            requireNonNull(link, "link is null");
            requireNonNull(version, "version is null");
            requireNonNull(due, "due is null");
            requireNonNull(published, "published is null");
            links = List.copyOf(links);
        }
    }

    public CoursePage {
        requireNonNull(frame, "frame is null");
        requireNonNull(address, "address is null");
        assignments = List.copyOf(assignments);
        links = List.copyOf(links);
        requireNonNull(done, "done is null");
        problems = List.copyOf(problems);
    }
}
