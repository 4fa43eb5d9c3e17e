package assay.core.yaml;

/** What a stranger wrote, made short enough for a message. */
final class Shown {
    /** Any id of an assignment is shown whole, so that no other key reads like it. */
    private static final int LONGEST = 64;

    private Shown() {}

    static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** The path to the value of a key. */
    static String path(String above, String key) {
        return above.isEmpty() ? of(key) : above + "." + of(key);
    }
}
