package assay.golden.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a data file is named with file and offset. */
class DataFilesTest {
    private static final int RECORD = 3073;

    @TempDir
    private Path folder;

    @Test
    void a_cifar_file_gives_labels_and_planes() throws Exception {
        byte[] bytes = new byte[2 * RECORD];
        bytes[0] = 7;
        bytes[1] = (byte) 200;
        bytes[RECORD] = 9;
        bytes[RECORD + 3072] = 5;

        ImageSet images = CifarFile.read(file("a.bin", bytes), 2);

        assertThat(images.labels()).containsExactly(7, 9);
        assertThat(images.pixels()[0]).isEqualTo((byte) 200);
        assertThat(images.pixels()[2 * 3072 - 1]).isEqualTo((byte) 5);
    }

    @Test
    void a_cifar_file_of_another_length_or_with_an_eleventh_class_is_refused() throws IOException {
        Path shortened = file("short.bin", new byte[2 * RECORD - 1]);
        assertThatThrownBy(() -> CifarFile.read(shortened, 2))
                .isInstanceOf(DataFileException.class)
                .hasMessage(shortened + ", byte 6145: the file has 6,145 bytes, and 2 images take 6,146");
        byte[] eleventh = new byte[2 * RECORD];
        eleventh[RECORD] = 10;
        Path labelled = file("label.bin", eleventh);
        assertThatThrownBy(() -> CifarFile.read(labelled, 2))
                .hasMessage(labelled + ", byte 3073: label 10 is not from 0 to 9");
    }

    @Test
    void an_idx_file_is_read_plain_and_packed() throws Exception {
        byte[] idx = idx(0x0803, new int[] {1, 2, 2}, 4);
        assertThat(IdxFile.read(file("a", idx), 1, 2, 2)).containsExactly(1, 2, 3, 4);

        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(idx);
        }
        assertThat(IdxFile.read(file("a.gz", packed.toByteArray()), 1, 2, 2)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void an_idx_file_that_is_something_else_is_refused() throws IOException {
        refused(idx(0x0d03, new int[] {1, 2, 2}, 4), "byte 0: the file begins with 0x00000d03");
        refused(idx(0x0803, new int[] {1, 2, 3}, 6), "byte 12: a dimension is 3 and should be 2");
        refused(idx(0x0803, new int[] {1, 2, 2}, 3), "byte 19: the file has fewer bytes");
        refused(idx(0x0803, new int[] {1, 2, 2}, 5), "byte 20: the file has more bytes");
        refused(new byte[] {0, 0, 8}, "byte 3: the file ends within its header");
        Path unpacked = file("b.gz", new byte[] {1, 2, 3, 4});
        assertThatThrownBy(() -> IdxFile.read(unpacked, 1)).hasMessageContaining("this is no gzip file");
    }

    @Test
    void a_missing_set_says_how_to_get_it() {
        assertThatThrownBy(() -> new DataFolder(folder).test(DataSet.CIFAR10))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("there is no test_batch.bin")
                .hasMessageContaining("assay data fetch cifar10");
    }

    @Test
    void a_folder_without_a_file_of_the_set_is_no_source_of_it() {
        assertThatThrownBy(() ->
                        new DataFetch(new DataFolder(folder.resolve("data")), _ -> {}).copy(DataSet.MNIST, folder))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("there is no file of mnist");
    }

    private void refused(byte[] bytes, String message) throws IOException {
        Path file = file("x", bytes);
        assertThatThrownBy(() -> IdxFile.read(file, 1, 2, 2))
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith(file + ", " + message);
    }

    private static byte[] idx(int magic, int[] dimensions, int size) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (1 + dimensions.length) + size);
        bytes.putInt(magic);
        for (int dimension : dimensions) {
            bytes.putInt(dimension);
        }
        for (int i = 1; i <= size; i++) {
            bytes.put((byte) i);
        }
        return bytes.array();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
