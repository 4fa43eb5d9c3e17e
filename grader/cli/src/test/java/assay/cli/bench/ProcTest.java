package assay.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcTest {
    @TempDir
    private Path root;

    @Test
    void a_processor_is_busy_when_it_neither_idles_nor_waits_nor_is_taken_away() throws IOException {
        Files.writeString(root.resolve("stat"), """
                cpu  100 20 3 5000 7000 400 50 90000 6 0
                cpu0 1 1 1 1 1 1 1 1 1 1
                ctxt 12345
                """);
        assertThat(new Proc(root).machineBusy()).isEqualTo(Duration.ofMillis(5730));
    }

    @Test
    void the_peak_is_what_the_kernel_calls_the_high_water_mark() throws IOException {
        Files.createDirectories(root.resolve("self"));
        Files.writeString(root.resolve("self/status"), "Name:\tjava\nVmHWM:\t  471236 kB\nVmRSS:\t  1 kB\n");
        assertThat(new Proc(root).peakMemory()).isEqualTo(DataSize.ofKibibytes(471236));
    }

    @Test
    void what_a_process_and_its_children_worked_is_found_behind_any_name() throws IOException {
        Files.createDirectories(root.resolve("self"));
        Files.writeString(
                root.resolve("self/stat"), "7 (a) b) S 1 7 7 0 -1 4194304 1 2 3 4 100 20 3000 400 20 0 1 0 5 6 7\n");
        assertThat(new Proc(root).treeBusy()).isEqualTo(Duration.ofMillis(35_200));
    }

    @Test
    void without_it_there_is_nothing_to_measure_with() {
        Proc nowhere = new Proc(root.resolve("nowhere"));
        assertThat(nowhere.isThere()).isFalse();
        assertThatThrownBy(nowhere::machineBusy).isInstanceOf(GraderFault.class);
    }
}
