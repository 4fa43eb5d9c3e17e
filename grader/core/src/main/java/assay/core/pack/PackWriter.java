package assay.core.pack;

import assay.core.domain.Digests;
import assay.core.port.GoldenCase;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;

/** Writes the parts of a pack and sums them up on the way. */
final class PackWriter {
    private static final int CHUNK = 1 << 14;

    private final DataOutputStream out;

    PackWriter(OutputStream out, MessageDigest sum) {
        this.out = new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(out, sum), CHUNK));
    }

    static void write(GoldenPack pack, OutputStream out) throws IOException {
        MessageDigest sum = Digests.sha256();
        PackWriter writer = new PackWriter(out, sum);
        writer.out.write(GoldenPack.MAGIC);
        writer.out.writeInt(GoldenPack.VERSION);
        writer.out.writeInt(pack.entries().size());
        for (GoldenPack.Entry entry : pack.entries()) {
            writer.entry(entry);
        }
        writer.flush();
        out.write(sum.digest());
        out.flush();
    }

    void flush() throws IOException {
        out.flush();
    }

    void arguments(List<Argument> arguments) throws IOException {
        out.writeInt(arguments.size());
        for (Argument argument : arguments) {
            argument(argument);
        }
    }

    void tensor(Tensor tensor) throws IOException {
        ints(tensor.shape());
        float[] data = tensor.data();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        int floats = CHUNK / Float.BYTES;
        for (int start = 0; start < data.length; start += floats) {
            int count = Math.min(floats, data.length - start);
            chunk.asFloatBuffer().put(data, start, count);
            out.write(chunk.array(), 0, count * Float.BYTES);
        }
    }

    private void entry(GoldenPack.Entry entry) throws IOException {
        GoldenCase golden = entry.golden();
        text(entry.key());
        text(golden.digest());
        arguments(golden.arguments());
        tensor(golden.expected());
        out.writeInt(golden.misconceptions().size());
        for (GoldenCase.Misconception misconception : golden.misconceptions()) {
            text(misconception.name());
            text(misconception.explanation());
            tensor(misconception.output());
        }
    }

    private void argument(Argument argument) throws IOException {
        ArgumentTag tag = ArgumentTag.of(argument);
        out.writeByte(tag.code());
        switch (argument) {
            case Argument.OfTensor(Tensor tensor) -> tensor(tensor);
            case Argument.OfInts(int[] ints) -> ints(ints);
            case Argument.OfInt(int number) -> out.writeInt(number);
            case Argument.OfFloat(float number) -> out.writeFloat(number);
            case Argument.OfBoolean(boolean flag) -> out.writeBoolean(flag);
        }
    }

    private void ints(int[] ints) throws IOException {
        out.writeInt(ints.length);
        for (int number : ints) {
            out.writeInt(number);
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
