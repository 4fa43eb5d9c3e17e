package assay.server.page;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A page on the way in or out, as its template shows it.
 *
 * @param action where its form goes; empty where it has none
 * @param choices assignments by id, with their titles
 * @param newWindow whether the form leaves the platform's frame
 * @param storage what is asked of the platform's frame
 */
public record LtiPage(
        String title,
        String text,
        String action,
        Map<String, String> fields,
        Map<String, String> choices,
        boolean several,
        String button,
        boolean newWindow,
        Optional<Storage> storage) {
    /**
     * @param mode {@code put} or {@code get}
     * @param next where it goes after {@code put}
     */
    public record Storage(String mode, String key, String value, String origin, String frame, String next) {}

    public LtiPage {
        requireNonNull(title, "title is null");
        requireNonNull(text, "text is null");
        requireNonNull(action, "action is null");
        requireNonNull(button, "button is null");
        requireNonNull(storage, "storage is null");
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    public static LtiPage saying(String title, String text) {
        return new LtiPage(title, text, "", Map.of(), Map.of(), false, "", false, Optional.empty());
    }

    public static LtiPage form(String title, String text, String action, Map<String, String> fields, String button) {
        return new LtiPage(title, text, action, fields, Map.of(), false, button, false, Optional.empty());
    }

    public LtiPage inNewWindow(boolean wanted) {
        return new LtiPage(title, text, action, fields, choices, several, button, wanted, storage);
    }

    public LtiPage choosing(Map<String, String> assignments, boolean more) {
        return new LtiPage(title, text, action, fields, assignments, more, button, newWindow, storage);
    }

    public LtiPage asking(Storage frame) {
        return new LtiPage(title, text, action, fields, choices, several, button, newWindow, Optional.of(frame));
    }
}
