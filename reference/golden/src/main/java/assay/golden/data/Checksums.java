package assay.golden.data;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Holds files against the sums that their authors publish. MD5 tells a damaged file, not a forged one. */
final class Checksums {
    private static final String GZIP = ".gz";

    private Checksums() {}

    /** In words, e.g. {@code all 4 files are the official ones}. */
    static String of(Path folder, DataSet set) {
        List<String> wrong = new ArrayList<>();
        int found = 0;
        for (DataSet.Source source : set.sources()) {
            for (String name : List.of(source.file(), source.file().replace(GZIP, ""))) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file) && !name.endsWith(".tar")) {
                    found++;
                    if (!matches(file, source)) {
                        wrong.add(name);
                    }
                }
            }
        }
        if (!wrong.isEmpty()) {
            return "not the official content: " + String.join(", ", wrong);
        }
        return found == set.sources().size()
                ? "the sums are the official ones"
                : "whether it is the official content cannot be told, since no packed file is there";
    }

    /** Whether a packed or unpacked file has the source's sum. */
    static boolean matches(Path file, DataSet.Source source) {
        boolean unpack = !source.file().endsWith(".tar.gz") && file.toString().endsWith(GZIP);
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = unpack ? new GZIPInputStream(raw) : raw;
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("MD5"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest()).equals(source.md5());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "read " + file, e);
        }
    }
}
