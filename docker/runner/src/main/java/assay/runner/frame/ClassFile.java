package assay.runner.frame;

import static java.util.Objects.requireNonNull;

/**
 * One compiled class.
 *
 * @param name binary name, e.g. {@code student.Conv$1}
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record ClassFile(String name, byte[] bytes) {
    public ClassFile {
        requireNonNull(name, "name is null");
        requireNonNull(bytes, "bytes is null");
    }
}
