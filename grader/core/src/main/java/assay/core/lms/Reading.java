package assay.core.lms;

import static java.util.Objects.requireNonNull;

/**
 * One way to read the name of a file or folder in a download.
 *
 * @param name of the person or group, as the platform writes it into names of files
 * @param id the number of the person or group
 * @param kind which of the platform's kinds of submission this is
 * @param late whether the platform marks it so
 * @param rest what is left: the name under which the file was handed in; empty for a folder
 */
record Reading(String name, String id, String kind, boolean late, String rest) {
    Reading {
        requireNonNull(name, "name is null");
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(rest, "rest is null");
    }

    /** The id that the student has in Assay. */
    String student() {
        return id.isEmpty() ? name : name + "_" + id;
    }
}
