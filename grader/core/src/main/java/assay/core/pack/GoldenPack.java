package assay.core.pack;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Digests;
import assay.core.port.GoldenCase;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Named goldens in one file.
 *
 * <p>The format, all numbers big-endian: the eight bytes {@code ASSAYGLD}, the version, the number of entries, the
 * entries, and a SHA-256 over everything before it. An entry is key, digest, arguments, expected tensor and
 * misconceptions. A text is its length in bytes and its UTF-8; a tensor is its rank, its dimensions and its float32
 * numbers, bit by bit, so that NaN and infinities stay what they are.
 *
 * @param entries in their order; no key twice
 */
public record GoldenPack(List<Entry> entries) {
    /** No pack is larger; a file that is, is not one of ours. */
    public static final int MAXIMUM_BYTES = 1 << 29;

    static final byte[] MAGIC = {'A', 'S', 'S', 'A', 'Y', 'G', 'L', 'D'};
    static final int VERSION = 1;
    static final int CHECKSUM_BYTES = 32;

    public GoldenPack {
        entries = List.copyOf(entries);
        Set<String> keys = new HashSet<>();
        for (Entry entry : entries) {
            if (!keys.add(entry.key())) {
                throw new IllegalArgumentException("the key " + entry.key() + " is there twice");
            }
        }
    }

    /**
     * One golden and its name.
     *
     * @param key what the writer wants to find it by, e.g. {@code max_pool2d/seed-shape}
     */
    public record Entry(String key, GoldenCase golden) {
        public Entry {
            requireNonNull(key, "key is null");
            requireNonNull(golden, "golden is null");
        }
    }

    /** The golden of that key; empty if there is none. */
    public Optional<GoldenCase> find(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .map(Entry::golden)
                .findFirst();
    }

    /**
     * Reads a whole pack; closes nothing.
     *
     * @throws PackException if the bytes are not exactly one undamaged pack of this version
     * @throws IOException if the stream fails
     */
    public static GoldenPack read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAXIMUM_BYTES);
        if (bytes.length == MAXIMUM_BYTES) {
            throw new PackException("it is larger than any pack");
        }
        return PackReader.read(bytes);
    }

    /**
     * Writes the pack; the same goldens give the same bytes. Flushes, and closes nothing.
     *
     * @throws IOException if the stream fails
     */
    public void write(OutputStream out) throws IOException {
        PackWriter.write(this, out);
    }

    /** SHA-256 over inputs and golden in hexadecimal, as {@link GoldenCase#digest()} has it. */
    public static String digest(List<Argument> arguments, Tensor expected) {
        try (OutputStream nowhere = OutputStream.nullOutputStream()) {
            MessageDigest sum = Digests.sha256();
            PackWriter writer = new PackWriter(nowhere, sum);
            writer.arguments(arguments);
            writer.tensor(expected);
            writer.flush();
            return HexFormat.of().formatHex(sum.digest());
        } catch (IOException e) {
            throw new AssertionError("nothing can fail where nothing is written", e);
        }
    }
}
