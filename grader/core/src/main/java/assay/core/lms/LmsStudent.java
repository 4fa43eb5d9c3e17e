package assay.core.lms;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A student as a platform's files name one.
 *
 * @param student the id in Assay
 * @param id the number in the platform, of a person or of a group; empty where there is none
 * @param name as it stands in the names of files
 * @param aliases what else a list may have the student under: student number, e-mail address
 */
public record LmsStudent(String student, LmsSystem system, String id, String name, List<String> aliases) {
    public LmsStudent {
        requireNonNull(student, "student is null");
        requireNonNull(system, "system is null");
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        aliases = List.copyOf(aliases);
    }

    /** Of a folder of submissions, where the id is all there is. */
    public static LmsStudent plain(String student) {
        return new LmsStudent(student, LmsSystem.PLAIN, "", student, List.of());
    }
}
