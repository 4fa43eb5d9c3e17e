package assay.golden.weights;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.kernels.Tensor;
import assay.kernels.weights.SafetensorsWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsReaderTest {
    @Test
    void what_was_written_comes_back() throws Exception {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("conv1.weight", Tensor.of(new float[] {1, -2, Float.NaN, 4}, 2, 2));
        tensors.put("empty", Tensor.zeros(0, 3));
        tensors.put("one", Tensor.scalar(7));

        Map<String, Tensor> read = SafetensorsReader.read(SafetensorsWriter.bytes(tensors));

        assertThat(read.keySet()).containsExactly("conv1.weight", "empty", "one");
        assertThat(requireNonNull(read.get("conv1.weight")).shape()).containsExactly(2, 2);
        assertThat(requireNonNull(read.get("conv1.weight")).data()).containsExactly(1, -2, Float.NaN, 4);
        assertThat(requireNonNull(read.get("one")).get()).isEqualTo(7);
    }

    @Test
    void metadata_and_blanks_are_let_through() throws Exception {
        assertThat(SafetensorsReader.read(file(
                        "{\"__metadata__\":{\"format\":\"pt\"},\"a\":{\"dtype\":\"F32\",\"shape\":[1],"
                                + "\"data_offsets\":[0,4]}}   ",
                        4)))
                .containsOnlyKeys("a");
    }

    static Stream<Arguments> wrong() {
        String one = "{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";
        return Stream.of(
                Arguments.of("{\"a\":" + one + "}", 3, "there are only 3"),
                Arguments.of("{\"a\":" + one + "}", 5, "nothing is said of the last 1 bytes"),
                Arguments.of("{\"a\":" + one + ",\"b\":" + one + "}", 4, "overlaps another tensor at byte 0"),
                Arguments.of("{\"a\":" + one + ",\"a\":" + one + "}", 4, "the header is not valid JSON"),
                Arguments.of(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                        8,
                        "nothing is said of the bytes from 0 to 4"),
                Arguments.of(
                        "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}", 8, "only F32 is taken"),
                Arguments.of("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", 4, "takes 8 bytes"),
                Arguments.of(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
                        4,
                        "no whole number from 0"),
                Arguments.of(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,2147483647],\"data_offsets\":[0,4]}}",
                        4,
                        "more numbers than are taken"),
                Arguments.of(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807],\"data_offsets\":[0,4]}}",
                        4,
                        "more numbers than are taken"),
                Arguments.of(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}}", 4, "nothing else"),
                Arguments.of("{\"__metadata__\":{\"a\":1}}", 0, "may only hold texts"),
                Arguments.of("[1,2]", 0, "no JSON object"),
                Arguments.of("{} {}", 0, "not valid JSON"),
                Arguments.of("{\"\\u0000\":" + one + "}", 4, "name"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("wrong")
    void a_file_that_is_anything_else_is_refused(String header, int dataBytes, String message) {
        assertThatThrownBy(() -> SafetensorsReader.read(file(header, dataBytes)))
                .isInstanceOf(SafetensorsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_header_longer_than_the_file_takes_no_memory() {
        byte[] huge = new byte[16];
        Arrays.fill(huge, 0, 8, (byte) 0x7f);
        assertThatThrownBy(() -> SafetensorsReader.read(huge)).hasMessageContaining("does not fit a file of 16 bytes");
        assertThatThrownBy(() -> SafetensorsReader.read(new byte[3])).hasMessageContaining("no header");
    }

    @Test
    void whatever_bytes_come_the_outcome_is_tensors_or_a_refusal() {
        byte[] right = SafetensorsWriter.bytes(Map.of("a.weight", Tensor.zeros(3, 4)));
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = right.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                SafetensorsReader.read(changed);
            } catch (SafetensorsException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(5_000, 20_000);
    }

    private static byte[] file(String header, int dataBytes) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + json.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }
}
