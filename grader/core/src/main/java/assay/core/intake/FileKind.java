package assay.core.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file of a submission is to the grader. */
enum FileKind {
    /** Java to be compiled. */
    SOURCE,
    /** Java in a build folder: most likely a copy, and kept only if there is nothing else. */
    BUILT_SOURCE,
    /** Of no interest to anyone: hidden files, what systems leave behind, unit tests such as the starter's. */
    IGNORED,
    /** {@code submission.yaml}. */
    HAND_IN,
    /** Answers and texts, which are read and never compiled. */
    DOCUMENT,
    /** A zip or the like. */
    ARCHIVE,
    /** Left out, and the student is told so. */
    OTHER;

    private static final Set<String> LEFT_BEHIND = Set.of("__MACOSX", "Thumbs.db", "desktop.ini", "expect.yaml");
    private static final Set<String> ANSWERS = Set.of("answers.yaml", "answers.yml");
    private static final String TEXT = ".md";
    /** Texts of the teacher's, which come along with a starter. */
    private static final Set<String> NO_ANSWERS = Set.of("readme.md", "statement.md");

    private static final Set<String> TEST_FOLDERS = Set.of("java", "resources");
    private static final Pattern UNIT_TEST = Pattern.compile(".*Tests?\\.java");
    private static final Set<String> BUILD_FOLDERS = Set.of("target", "build", "out", "bin");

    static FileKind of(EntryPath path) {
        List<String> segments = path.segments();
        String name = path.fileName();
        if (segments.stream().anyMatch(FileKind::isLeftBehind)) {
            return IGNORED;
        }
        if (isBelowTests(segments)) {
            return name.endsWith(".java") && !UNIT_TEST.matcher(name).matches() ? OTHER : IGNORED;
        }
        if (name.equals(SubmissionYaml.NAME)) {
            return HAND_IN;
        }
        if (name.endsWith(".java") && !name.equals("module-info.java")) {
            return isBuilt(segments) ? BUILT_SOURCE : SOURCE;
        }
        if (isDocument(name.toLowerCase(Locale.ROOT)) && !isBuilt(segments)) {
            return DOCUMENT;
        }
        return ArchiveFormat.looksLike(name.toLowerCase(Locale.ROOT)) ? ARCHIVE : OTHER;
    }

    private static boolean isDocument(String name) {
        return ANSWERS.contains(name) || (name.endsWith(TEXT) && !NO_ANSWERS.contains(name));
    }

    /** Also of the top of the class's folder. */
    static boolean isLeftBehind(String segment) {
        return segment.startsWith(".") || LEFT_BEHIND.contains(segment);
    }

    /** As Maven lays a project out; {@code src/test/Conv.java} is of a package of that name. */
    private static boolean isBelowTests(List<String> segments) {
        int src = segments.indexOf("src");
        return src >= 0
                && src + 2 < segments.size() - 1
                && segments.get(src + 1).equals("test")
                && TEST_FOLDERS.contains(segments.get(src + 2));
    }

    /** Below {@code src}, such a name is a package. */
    private static boolean isBuilt(List<String> segments) {
        return segments.stream()
                .limit(segments.size() - 1L)
                .takeWhile(segment -> !segment.equals("src"))
                .anyMatch(BUILD_FOLDERS::contains);
    }
}
