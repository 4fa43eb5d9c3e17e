package assay.core.intake;

import assay.core.domain.Notice;
import assay.core.domain.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Warns of source that reads differently from what it does. */
final class HiddenText {
    private static final int SHOWN = 5;

    private HiddenText() {}

    static List<Notice> notices(List<SourceFile> sources) {
        List<Notice> notices = new ArrayList<>();
        int files = 0;
        for (SourceFile source : sources) {
            OptionalInt hidden = InvisibleCharacters.firstIn(source.text());
            if (hidden.isPresent() && files++ < SHOWN) {
                notices.add(notice(source, hidden.getAsInt()));
            }
        }
        if (files > SHOWN) {
            notices.add(new Notice((files - SHOWN) + " more files hold invisible characters."));
        }
        return notices;
    }

    private static Notice notice(SourceFile source, int at) {
        long line = 1
                + source.text()
                        .substring(0, at)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
        return new Notice("%s, line %d: an invisible character, U+%04X. The code may not do what it seems to say."
                .formatted(Shown.quoted(source.path()), line, source.text().codePointAt(at)));
    }
}
