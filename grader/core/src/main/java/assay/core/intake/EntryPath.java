package assay.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a file stands in a submission.
 *
 * @param value relative, with forward slashes, without empty, {@code .} and {@code ..} segments
 */
record EntryPath(String value) {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    /** Some tools decode names once more. */
    private static final Pattern PARENT = Pattern.compile("(\\.|%2e){2}", Pattern.CASE_INSENSITIVE);

    /**
     * Backslashes separate too, since some Windows tools write them. Whatever could lead out of a folder is refused,
     * though nothing is unpacked to disk here: no later step has to think of it.
     *
     * @param raw as the archive or the disk has it
     */
    static EntryPath of(String raw, IntakeLimits limits) throws Refusal {
        String name = raw.replace('\\', '/');
        if (name.isEmpty()) {
            throw new Refusal("An entry has no name.");
        }
        if (name.length() > limits.pathLength()) {
            throw refused(raw, "is a path of more than " + limits.pathLength() + " characters");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw refused(raw, "has a control character in its name");
        }
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            throw refused(raw, "is an absolute path");
        }
        List<String> segments = new ArrayList<>();
        for (String segment : name.split("/")) {
            if (PARENT.matcher(segment).matches()) {
                throw refused(raw, "leads out of the submission");
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        if (segments.size() > limits.depth()) {
            throw refused(raw, "lies more than " + limits.depth() + " folders deep");
        }
        return new EntryPath(String.join("/", segments));
    }

    /**
     * The path of a file in a class's download, of any length: who wrote a name there is not known yet, so that only
     * what leads out of the download is refused as a whole.
     */
    static String inside(String raw) throws Refusal {
        String name = raw.replace('\\', '/');
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            throw refused(raw, "is an absolute path");
        }
        List<String> segments = new ArrayList<>();
        for (String segment : name.split("/")) {
            if (PARENT.matcher(segment).matches()) {
                throw refused(raw, "leads out of the download");
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }

    List<String> segments() {
        return List.of(value.split("/"));
    }

    String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** Refuses names that would become another file, or none, on some system: only a kept file needs a good name. */
    void requirePortable() throws Refusal {
        for (String segment : segments()) {
            if (segment.indexOf(':') >= 0 || segment.endsWith(".") || segment.endsWith(" ")) {
                throw refused(value, "has a name with a colon, or with a dot or space at its end");
            }
            if (FileNames.isReserved(segment)) {
                throw refused(value, "has a name that Windows reserves");
            }
            if (segment.codePoints().anyMatch(InvisibleCharacters::includes)) {
                throw refused(value, "has an invisible character in its name");
            }
        }
    }

    static Refusal refused(String raw, String why) {
        return new Refusal("The entry " + Shown.quoted(raw) + " " + why + ".");
    }
}
