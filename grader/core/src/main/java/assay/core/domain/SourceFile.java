package assay.core.domain;

import static java.util.Objects.requireNonNull;

/**
 * One Java source file of a submission, or one document.
 *
 * @param path relative, with forward slashes, normalised, e.g. {@code src/main/java/student/Conv.java}
 * @param text the decoded text
 */
public record SourceFile(String path, String text) {
    public SourceFile {
        requireNonNull(path, "path is null");
        requireNonNull(text, "text is null");
    }
}
