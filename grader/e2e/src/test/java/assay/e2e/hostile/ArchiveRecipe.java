package assay.e2e.hostile;

import static java.util.Objects.requireNonNullElse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An archive that is made when it is needed.
 *
 * @param format {@code zip}, {@code tar} or {@code tar.gz}
 * @param named the suffix, where it is another than the format's
 * @param prefix text before the archive
 * @param cut bytes taken from its end
 * @param overlap further entries of a zip that point to the first one's bytes
 */
record ArchiveRecipe(
        String format, Optional<String> named, @Nullable String prefix, int cut, int overlap, List<Entry> entries) {

    /**
     * One entry, or many alike.
     *
     * @param name in it <code>{i}</code> is the number of the entry
     * @param nameTimes how often the name is repeated
     * @param relu whether its text is right code
     * @param zeros mebibytes of them, instead of a text
     * @param nested its content is a zip in a zip, this deep
     * @param kind {@code link}, {@code hard-link}, {@code device} or {@code pipe}; else a file
     * @param to where a link leads
     * @param claims the size that its header claims
     */
    record Entry(
            String name,
            int nameTimes,
            @Nullable String text,
            int times,
            boolean relu,
            int zeros,
            int nested,
            boolean folder,
            @Nullable String kind,
            @Nullable String to,
            Optional<Long> claims,
            boolean encrypted) {
        String nameOf(int number) {
            return name.replace("{i}", Integer.toString(number)).repeat(Math.max(1, nameTimes));
        }

        String kindOrFile() {
            return requireNonNullElse(kind, folder ? "folder" : "file");
        }

        byte[] content(int number, String right) {
            if (nested > 0) {
                return nested(nested);
            }
            String own = requireNonNullElse(kind == null ? text : to, "");
            return (relu ? right : own.replace("{i}", Integer.toString(number))).getBytes(StandardCharsets.UTF_8);
        }

        private static byte[] nested(int deep) {
            ZipBytes zip = new ZipBytes();
            byte[] content = deep == 1 ? new byte[1 << 16] : nested(deep - 1);
            zip.file(deep == 1 ? "zeros.bin" : "in.zip", content);
            return zip.bytes();
        }
    }

    String suffix() {
        return named.orElse(format);
    }

    /** @param right a text of right code */
    byte[] bytes(String right) throws IOException {
        byte[] archive = switch (format) {
            case "zip" -> zip(right);
            case "tar" -> TarBytes.of(entries, right);
            case "tar.gz" -> gzipped(TarBytes.of(entries, right));
            default -> throw new AssertionError("no archive is called " + format);
        };
        byte[] before = requireNonNullElse(prefix, "").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(before, before.length + archive.length);
        System.arraycopy(archive, 0, all, before.length, archive.length);
        return Arrays.copyOf(all, Math.max(0, all.length - cut));
    }

    private byte[] zip(String right) {
        ZipBytes zip = new ZipBytes();
        for (Entry entry : entries) {
            for (int i = 0; i < Math.max(1, entry.times()); i++) {
                zip.add(entry, i, right);
            }
        }
        for (int i = 0; i < overlap; i++) {
            zip.alias("Again" + i + ".java");
        }
        return zip.bytes();
    }

    private static byte[] gzipped(byte[] tar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(tar);
        }
        return bytes.toByteArray();
    }
}
