package assay.core.report;

import java.util.stream.Collectors;

/** File names for tests: whatever is no letter or digit of ASCII becomes its code point. */
final class TestFileNames {
    private TestFileNames() {}

    static String of(String student) {
        return student.codePoints()
                .mapToObj(point -> point < 128 && Character.isLetterOrDigit(point)
                        ? Character.toString(point)
                        : "~" + Integer.toHexString(point))
                .collect(Collectors.joining());
    }
}
