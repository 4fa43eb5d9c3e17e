package assay.kernels.weights;

import assay.kernels.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes tensors as safetensors: the header's length in eight bytes, the header in JSON, then the numbers one tensor
 * after another in little-endian float32, without gaps.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
public final class SafetensorsWriter {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    /**
     * The file's bytes.
     *
     * @param tensors by name, in the order in which they are written
     * @throws IllegalArgumentException if a name has other characters than letters, digits, '.', '_' and '-', or if all
     *     of it is too large for one array
     */
    public static byte[] bytes(Map<String, Tensor> tensors) {
        StringBuilder json = new StringBuilder("{");
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            if (!NAME.matcher(entry.getKey()).matches()) {
                throw new IllegalArgumentException("'" + entry.getKey() + "' is no name for a tensor");
            }
            long end = offset + (long) entry.getValue().size() * Float.BYTES;
            String shape = Arrays.stream(entry.getValue().shape())
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(","));
            json.append(json.length() > 1 ? "," : "")
                    .append("\"%s\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
                            .formatted(entry.getKey(), shape, offset, end));
            offset = end;
        }
        json.append('}');
        while (json.length() % ALIGNMENT != 0) {
            json.append(' ');
        }
        if (Long.BYTES + json.length() + offset > Integer.MAX_VALUE - ALIGNMENT) {
            throw new IllegalArgumentException("the tensors take " + offset + " bytes, which is too much");
        }
        return join(json.toString().getBytes(StandardCharsets.US_ASCII), tensors, (int) offset);
    }

    private static byte[] join(byte[] header, Map<String, Tensor> tensors, int dataBytes) {
        ByteBuffer file =
                ByteBuffer.allocate(Long.BYTES + header.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(header.length).put(header);
        for (Tensor tensor : tensors.values()) {
            file.asFloatBuffer().put(tensor.data());
            file.position(file.position() + tensor.size() * Float.BYTES);
        }
        return file.array();
    }
}
