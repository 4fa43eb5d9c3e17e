package assay.server.http;

import org.jspecify.annotations.Nullable;

/** Fields of requests, checked. */
final class Fields {
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._@-]{0,99}";
    private static final int LONGEST = 200;

    private Fields() {}

    static String id(@Nullable String id) {
        if (id == null || !id.matches(ID)) {
            throw HttpProblem.bad("an id has 1 to 100 letters, digits, dots, hyphens, underscores and @");
        }
        return id;
    }

    static String line(@Nullable String text, String name) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw HttpProblem.bad(name + " must be one line of 1 to " + LONGEST + " characters");
        }
        return stripped;
    }
}
