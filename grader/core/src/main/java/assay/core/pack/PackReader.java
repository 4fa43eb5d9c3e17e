package assay.core.pack;

import assay.core.domain.Digests;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenCase.Misconception;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a pack, and believes nothing: the checksum comes first, and even so no length is used before it is checked
 * against what is left, so that a pack made to deceive cannot make us allocate more than it is long.
 */
final class PackReader {
    private static final int MAXIMUM_RANK = 16;

    private final ByteBuffer in;

    private PackReader(ByteBuffer in) {
        this.in = in;
    }

    static GoldenPack read(byte[] bytes) throws PackException {
        int content = bytes.length - GoldenPack.CHECKSUM_BYTES;
        if (content < GoldenPack.MAGIC.length + 2 * Integer.BYTES) {
            throw new PackException("it is too short");
        }
        if (!Arrays.equals(bytes, 0, GoldenPack.MAGIC.length, GoldenPack.MAGIC, 0, GoldenPack.MAGIC.length)) {
            throw new PackException("it does not begin like one");
        }
        MessageDigest sum = Digests.sha256();
        sum.update(bytes, 0, content);
        if (!Arrays.equals(sum.digest(), Arrays.copyOfRange(bytes, content, bytes.length))) {
            throw new PackException("its checksum is wrong");
        }
        PackReader reader = new PackReader(ByteBuffer.wrap(bytes, 0, content));
        reader.in.position(GoldenPack.MAGIC.length);
        return reader.pack();
    }

    private GoldenPack pack() throws PackException {
        int version = integer();
        if (version != GoldenPack.VERSION) {
            throw new PackException("its version is " + version + " instead of " + GoldenPack.VERSION);
        }
        // Smallest entry: two empty texts, no arguments, an empty tensor's rank, no misconceptions.
        int count = count(5 * Integer.BYTES);
        List<GoldenPack.Entry> entries = new ArrayList<>(count);
        Set<String> keys = new HashSet<>();
        for (int index = 0; index < count; index++) {
            GoldenPack.Entry entry = entry();
            if (!keys.add(entry.key())) {
                throw new PackException("it has a key twice");
            }
            entries.add(entry);
        }
        if (in.hasRemaining()) {
            throw new PackException("there are " + in.remaining() + " bytes too many");
        }
        return new GoldenPack(entries);
    }

    private GoldenPack.Entry entry() throws PackException {
        String key = text();
        String digest = text();
        int argumentCount = count(1);
        List<Argument> arguments = new ArrayList<>();
        for (int index = 0; index < argumentCount; index++) {
            arguments.add(argument());
        }
        Tensor expected = tensor();
        int misconceptionCount = count(3 * Integer.BYTES);
        List<Misconception> misconceptions = new ArrayList<>();
        for (int index = 0; index < misconceptionCount; index++) {
            misconceptions.add(new Misconception(text(), text(), tensor()));
        }
        return new GoldenPack.Entry(key, new GoldenCase(arguments, expected, misconceptions, digest));
    }

    private Argument argument() throws PackException {
        return switch (ArgumentTag.of(single())) {
            case TENSOR -> new Argument.OfTensor(tensor());
            case INTS -> new Argument.OfInts(ints(count(Integer.BYTES)));
            case INT -> new Argument.OfInt(integer());
            case FLOAT -> new Argument.OfFloat(Float.intBitsToFloat(integer()));
            case BOOLEAN -> new Argument.OfBoolean(flag());
        };
    }

    private Tensor tensor() throws PackException {
        int rank = count(Integer.BYTES);
        if (rank > MAXIMUM_RANK) {
            throw new PackException("a tensor has " + rank + " dimensions");
        }
        int[] shape = ints(rank);
        long size = 1;
        for (int length : shape) {
            if (length < 0) {
                throw new PackException("a tensor has a negative dimension");
            }
            size *= length;
            if (size > GoldenPack.MAXIMUM_BYTES) {
                throw new PackException("a tensor of shape " + Arrays.toString(shape) + " does not fit into it");
            }
        }
        need(size * Float.BYTES);
        Tensor tensor = Tensor.zeros(shape);
        in.asFloatBuffer().get(tensor.data());
        in.position(in.position() + tensor.size() * Float.BYTES);
        return tensor;
    }

    private int[] ints(int count) {
        int[] ints = new int[count];
        in.asIntBuffer().get(ints);
        in.position(in.position() + count * Integer.BYTES);
        return ints;
    }

    private String text() throws PackException {
        byte[] bytes = new byte[count(1)];
        in.get(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new PackException("a text is not UTF-8");
        }
    }

    private boolean flag() throws PackException {
        byte value = single();
        if (value != 0 && value != 1) {
            throw new PackException("a switch is " + value);
        }
        return value == 1;
    }

    /** A number of things that take at least so many bytes each, so that there cannot be more than are left for. */
    private int count(int bytesEach) throws PackException {
        int count = integer();
        if (count < 0) {
            throw new PackException("a length is " + count);
        }
        need((long) count * bytesEach);
        return count;
    }

    private int integer() throws PackException {
        need(Integer.BYTES);
        return in.getInt();
    }

    private byte single() throws PackException {
        need(1);
        return in.get();
    }

    private void need(long bytes) throws PackException {
        if (bytes > in.remaining()) {
            throw new PackException("it ends too early");
        }
    }
}
