package assay.kernels.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import assay.kernels.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafetensorsWriterTest {
    @Test
    void header_and_numbers_are_as_the_format_says() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("fc1.weight", Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
        tensors.put("fc1.bias", Tensor.of(new float[] {-0.5f}, 1));

        ByteBuffer file = ByteBuffer.wrap(SafetensorsWriter.bytes(tensors)).order(ByteOrder.LITTLE_ENDIAN);

        byte[] header = new byte[(int) file.getLong()];
        file.get(header);
        assertThat(new String(header, StandardCharsets.UTF_8).strip())
                .isEqualTo("{\"fc1.weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
                        + "\"fc1.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[24,28]}}");
        float[] numbers = new float[7];
        file.asFloatBuffer().get(numbers);
        assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6, -0.5f);
        assertThat(file.remaining()).isEqualTo(28);
    }

    @Test
    void a_name_that_would_need_escapes_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafetensorsWriter.bytes(Map.of("a\"b", Tensor.scalar(1))))
                .withMessageContaining("no name for a tensor");
    }
}
