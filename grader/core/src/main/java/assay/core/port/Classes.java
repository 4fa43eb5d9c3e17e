package assay.core.port;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Compiled classes; opaque bytes that are never loaded outside a sandbox. */
public record Classes(List<ClassFile> files) {
    public Classes {
        files = List.copyOf(files);
    }

    /**
     * One class file.
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
}
