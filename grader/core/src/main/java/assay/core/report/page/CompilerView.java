package assay.core.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the compiler said.
 *
 * @param leftOut how many messages are not shown
 */
public record CompilerView(List<Message> messages, int leftOut) {
    public CompilerView {
        messages = List.copyOf(messages);
    }

    /**
     * One message.
     *
     * @param place {@code file:line:column}
     * @param source the line of source, empty where there is none
     * @param caret as many blanks as the caret stands to the right, then the caret; empty where there is none
     */
    public record Message(boolean error, String place, String text, String source, String caret) {
        public Message {
            requireNonNull(place, "place is null");
            requireNonNull(text, "text is null");
            requireNonNull(source, "source is null");
            requireNonNull(caret, "caret is null");
        }
    }
}
