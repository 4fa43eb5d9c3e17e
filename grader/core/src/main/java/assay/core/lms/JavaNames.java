package assay.core.lms;

import assay.core.domain.Notice;
import assay.core.intake.Gathered.GatheredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Platforms number files handed in again, {@code Conv-1.java}, and a public class may not stand in a file of such a
 * name. No class can be called so: the number is taken off, unless the name without it is taken.
 */
record JavaNames(List<GatheredFile> files, List<Notice> notices) {
    private static final Pattern NUMBERED = Pattern.compile("((?:.*/)?[\\p{L}_$][\\p{L}\\p{N}_$]*)-\\d{1,4}\\.java");

    JavaNames {
        files = List.copyOf(files);
        notices = List.copyOf(notices);
    }

    static JavaNames of(List<GatheredFile> files) {
        Set<String> taken = files.stream().map(GatheredFile::path).collect(Collectors.toSet());
        List<GatheredFile> named = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (GatheredFile file : files) {
            Matcher numbered = NUMBERED.matcher(file.path());
            String plain = numbered.matches() ? numbered.group(1) + ".java" : file.path();
            if (plain.equals(file.path()) || !taken.add(plain)) {
                named.add(file);
            } else {
                named.add(new GatheredFile(plain, file.file()));
                notices.add(new Notice("'" + file.path() + "' was read as '" + plain
                        + "': the platform adds a number to what is handed in again."));
            }
        }
        return new JavaNames(named, notices);
    }
}
