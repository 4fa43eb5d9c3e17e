package assay.core.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A YAML file as it lies on the disk.
 *
 * @param bytes as they are, for a digest
 * @param root of its one document
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record YamlFile(byte[] bytes, YamlValue root) {
    /** More than any file that a person writes. */
    private static final int MAXIMUM_BYTES = 1024 * 1024;

    /** Reads a file; empty where it cannot be read or is no YAML, and then {@code problems} says why. */
    public static Optional<YamlFile> read(Path file, Problems problems) {
        return bytes(file, problems)
                .flatMap(bytes -> text(bytes, problems)
                        .flatMap(text -> new YamlParser(problems).parse(text))
                        .map(root -> new YamlFile(bytes, new YamlValue(root, "", problems))));
    }

    /** The root of a text, such as a student's; empty where it is no YAML, and then {@code problems} says why. */
    public static Optional<YamlValue> parse(String text, Problems problems) {
        return new YamlParser(problems).parse(text).map(root -> new YamlValue(root, "", problems));
    }

    private static Optional<byte[]> bytes(Path file, Problems problems) {
        if (!Files.exists(file)) {
            problems.add("there is no such file");
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            problems.add("this is not a file");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAXIMUM_BYTES + 1);
            if (bytes.length > MAXIMUM_BYTES) {
                problems.add("the file is larger than 1 MiB");
                return Optional.empty();
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            problems.add("the file cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<String> text(byte[] bytes, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean valid =
                !StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
        out.flip();
        if (!valid) {
            problems.add(Places.of(out, out.length()), "", "this is not UTF-8");
            return Optional.empty();
        }
        return Optional.of(out.toString());
    }
}
