package assay.golden.weights;

import assay.kernels.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a safetensors file that a stranger may have made: float32 alone, no gaps, no overlaps, nothing left over. Makes
 * room for nothing that is not there: the numbers of a header are held against the file's length first.
 */
public final class SafetensorsReader {
    private static final int MOST_HEADER_BYTES = 4 * 1024 * 1024;

    private SafetensorsReader() {}

    /**
     * The tensors by name, in the order of the header.
     *
     * @throws SafetensorsException if the file is anything else
     */
    public static Map<String, Tensor> read(byte[] file) throws SafetensorsException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < Long.BYTES) {
            throw new SafetensorsException("the file has %d bytes and no header".formatted(file.length));
        }
        long length = bytes.getLong();
        if (length < 2 || length > file.length - Long.BYTES || length > MOST_HEADER_BYTES) {
            throw new SafetensorsException("the header's length of %s does not fit a file of %,d bytes"
                    .formatted(Long.toUnsignedString(length), file.length));
        }
        int data = Long.BYTES + (int) length;
        List<TensorEntry> entries = SafetensorsHeader.read(Arrays.copyOfRange(file, Long.BYTES, data));
        checkPlaces(entries, file.length - data);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (TensorEntry entry : entries) {
            int[] shape = entry.shape().stream().mapToInt(Integer::intValue).toArray();
            Tensor tensor = Tensor.zeros(shape);
            bytes.slice(data + (int) entry.begin(), (int) (entry.end() - entry.begin()))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(tensor.data());
            tensors.put(entry.name(), tensor);
        }
        return tensors;
    }

    private static void checkPlaces(List<TensorEntry> entries, long dataBytes) throws SafetensorsException {
        long covered = 0;
        for (TensorEntry entry : entries.stream()
                .sorted(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end))
                .toList()) {
            if (entry.begin() < covered) {
                throw new SafetensorsException(
                        "%s overlaps another tensor at byte %d".formatted(entry.name(), entry.begin()));
            }
            if (entry.begin() > covered) {
                throw new SafetensorsException(
                        "nothing is said of the bytes from %d to %d".formatted(covered, entry.begin()));
            }
            if (entry.end() > dataBytes) {
                throw new SafetensorsException(
                        "%s ends at byte %d, and there are only %d".formatted(entry.name(), entry.end(), dataBytes));
            }
            covered = entry.end();
        }
        if (covered != dataBytes) {
            throw new SafetensorsException("nothing is said of the last %d bytes".formatted(dataBytes - covered));
        }
    }
}
