package assay.core.lms;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Whether a name of a file and the cells of a sheet mean one person. Platforms leave characters out of file names. */
final class PersonNames {
    private PersonNames() {}

    /** @param name as Moodle has it, {@code Tan Alice}, or as Canvas has it, {@code tanalice} */
    static boolean match(List<String> cells, String name) {
        String letters = letters(name);
        String ascii = ascii(name);
        for (int i = 0; i < cells.size(); i++) {
            // The last and the first name may have a column each.
            String two = i + 1 < cells.size() ? cells.get(i) + cells.get(i + 1) : cells.get(i);
            if (same(cells.get(i), letters, ascii) || same(two, letters, ascii)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(String cell, String letters, String ascii) {
        return (!letters.isEmpty() && letters(cell).equals(letters))
                || (!ascii.isEmpty() && letters.equals(ascii) && ascii(cell).equals(ascii));
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Ruby's {@code \w} knows no letters beyond ASCII. */
    private static String ascii(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
