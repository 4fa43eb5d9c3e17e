package assay.core.intake;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The archives that can be handed in, told by their suffix. */
enum ArchiveFormat {
    ZIP(".zip"),
    TAR_GZ(".tar.gz", ".tgz"),
    TAR(".tar");

    private static final List<String> UNREAD =
            List.of(".tar.bz2", ".tar.xz", ".tar.zst", ".rar", ".7z", ".gz", ".bz2", ".xz", ".zst", ".jar");
    private static final Map<String, String> BEGINNINGS = Map.of(
            "504b", "a zip archive",
            "526172211a07", "a RAR archive",
            "377abcaf271c", "a 7z archive",
            "1f8b", "a gzip file",
            "425a68", "a bzip2 file",
            "fd377a585a00", "an xz file",
            "25504446", "a PDF");

    private final List<String> suffixes;

    ArchiveFormat(String... suffixes) {
        this.suffixes = List.of(suffixes);
    }

    static Optional<ArchiveFormat> of(String fileName) {
        return Arrays.stream(values())
                .filter(format -> format.suffixes.stream().anyMatch(suffix -> ends(fileName, suffix)))
                .findFirst();
    }

    /** Any archive, also of the kinds that are not read here. */
    static boolean looksLike(String fileName) {
        return of(fileName).isPresent() || UNREAD.stream().anyMatch(suffix -> ends(fileName, suffix));
    }

    /** The name without the suffix of any kind of archive. */
    static String withoutSuffix(String fileName) {
        return Arrays.stream(values())
                .flatMap(format -> format.suffixes.stream())
                .filter(suffix -> ends(fileName, suffix))
                .findFirst()
                .or(() ->
                        UNREAD.stream().filter(suffix -> ends(fileName, suffix)).findFirst())
                .map(suffix -> fileName.substring(0, fileName.length() - suffix.length()))
                .orElse(fileName);
    }

    /** For a file that is not what its name says: what it is by its first bytes, if that is known. */
    static String unlike(String expected, byte[] bytes) {
        String beginning = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 6));
        String actual = BEGINNINGS.entrySet().stream()
                .filter(known -> beginning.startsWith(known.getKey())
                        && !known.getValue().equals(expected))
                .map(known -> "; it looks like " + known.getValue())
                .findFirst()
                .orElse("");
        return "The file is not " + expected + actual + ".";
    }

    private static boolean ends(String fileName, String suffix) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(suffix);
    }
}
