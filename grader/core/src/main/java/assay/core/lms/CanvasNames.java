package assay.core.lms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in Canvas's bulk download (lib/content_zipper.rb): {@code <name>[_LATE]_<user>_<attachment>_<file>}, or
 * {@code [LATE_]anon_<id>_<attachment>_<file>}; text and links end in {@code _text.html} and {@code _link.html}. The
 * name is the sortable one, lower-cased, less all but letters, digits and underscores, and those can be anybody's.
 */
final class CanvasNames {
    static final String UPLOAD = "upload";
    static final String TYPED = "typed";

    private static final Pattern MARK =
            Pattern.compile("(_LATE)?_(\\d{1,19})_(?:(\\d{1,19})_|(?=(?:text|link)\\.html$))");
    private static final Pattern ANONYMOUS =
            Pattern.compile("(LATE_)?(anon_[A-Za-z0-9]{1,40})(_LATE)?_(?:\\d{1,19}_(.+)|((?:text|link)\\.html))");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]*");

    private CanvasNames() {}

    /** Every way to read it, from the left to the right; none if it is no name of Canvas's. */
    static List<Reading> readings(String name) {
        Matcher anonymous = ANONYMOUS.matcher(name);
        if (anonymous.matches()) {
            boolean late = anonymous.group(1) != null || anonymous.group(3) != null;
            String file = anonymous.group(4);
            return List.of(new Reading(
                    anonymous.group(2),
                    "",
                    file == null ? TYPED : UPLOAD,
                    late,
                    file == null ? anonymous.group(5) : file));
        }
        List<Reading> readings = new ArrayList<>();
        Matcher mark = MARK.matcher(name);
        for (int from = 0; from <= name.length() && mark.find(from); from = mark.start() + 1) {
            String person = name.substring(0, mark.start());
            String rest = name.substring(mark.end());
            if (rest.isEmpty() || !NAME.matcher(person).matches()) {
                continue;
            }
            boolean late = mark.group(1) != null;
            if (!late && person.endsWith("_LATE")) {
                continue; // the same place once more, less its mark
            }
            readings.add(new Reading(person, mark.group(2), mark.group(3) == null ? TYPED : UPLOAD, late, rest));
        }
        return readings;
    }
}
