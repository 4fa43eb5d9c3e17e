package assay.core.lms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in Moodle's bulk download: {@code <full name>_<participant>_assignsubmission_file} for a folder, with an
 * underscore behind it before Moodle 4.1, and with one and the file's name behind it where everything lies in one
 * folder. Moodle takes underscores out of full names, but not out of what students call their files
 * (mod/assign/classes/downloader.php).
 */
final class MoodleNames {
    private static final Pattern MARK =
            Pattern.compile("_(\\d{1,18})_(assignsubmission|assignfeedback)_([a-z]+)(?=_|$)");
    /** Of people without a group, who hand in together under no number. */
    private static final Pattern UNNUMBERED = Pattern.compile("([^_]+)_assignsubmission_([a-z]+)(?:_(.*))?");

    private static final String FEEDBACK = "assignfeedback";

    private MoodleNames() {}

    /** Every way to read it, from the left to the right; none if it is no name of Moodle's. */
    static List<Reading> readings(String name) {
        List<Reading> readings = new ArrayList<>();
        Matcher mark = MARK.matcher(name);
        for (int from = 0; from <= name.length() && mark.find(from); from = mark.start() + 1) {
            String rest = name.substring(mark.end());
            readings.add(new Reading(
                    name.substring(0, mark.start()),
                    mark.group(1),
                    mark.group(2).equals(FEEDBACK) ? FEEDBACK : mark.group(3),
                    false,
                    rest.startsWith("_") ? rest.substring(1) : rest));
        }
        if (readings.isEmpty()) {
            Matcher unnumbered = UNNUMBERED.matcher(name);
            if (unnumbered.matches()) {
                String rest = unnumbered.group(3);
                readings.add(
                        new Reading(unnumbered.group(1), "", unnumbered.group(2), false, rest == null ? "" : rest));
            }
        }
        return readings;
    }

    static boolean isFeedback(Reading reading) {
        return reading.kind().equals(FEEDBACK);
    }
}
