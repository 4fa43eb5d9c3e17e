package assay.golden.store;

import static assay.golden.TestAssignments.assignment;
import static assay.golden.store.NumberedGoldens.HIDDEN;
import static assay.golden.store.NumberedGoldens.OPEN;
import static assay.golden.store.NumberedGoldens.SCALAR;
import static assay.golden.store.NumberedGoldens.TOY;
import static assay.golden.store.NumberedGoldens.VECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.core.assignment.Part;
import assay.core.domain.Points;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenCase.Misconception;
import assay.kernels.call.Kernel;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenStoreTest {
    private final Path home;
    private final NumberedGoldens goldens;

    GoldenStoreTest(@TempDir Path home) {
        this.home = home;
        this.goldens = new NumberedGoldens(home);
    }

    @Test
    void a_golden_is_made_once_and_then_remembered() {
        GoldenStore store = store();

        GoldenCase first = store.golden(TOY, SCALAR, OPEN);

        assertThat(store.golden(TOY, SCALAR, OPEN)).isSameAs(first);
        assertThat(goldens.made()).isEqualTo(1);
    }

    @Test
    void another_process_reads_it_and_makes_nothing() {
        GoldenCase first = store().golden(TOY, SCALAR, HIDDEN);

        GoldenCase read = unableToMake().golden(TOY, SCALAR, HIDDEN);

        assertThat(read.expected().data()).containsExactly(first.expected().data());
        assertThat(read.digest()).isEqualTo(first.digest());
        assertThat(read.misconceptions()).extracting(Misconception::name).containsExactly("zero_padding");
    }

    @Test
    void forms_of_a_kernel_share_their_goldens() {
        GoldenStore store = store();

        assertThat(store.golden(TOY, SCALAR, OPEN)).isSameAs(store.golden(TOY, VECTOR, OPEN));
        assertThat(store.golden(TOY, SCALAR, OPEN)).isNotSameAs(store.golden(TOY, VECTOR, HIDDEN));
    }

    @Test
    void a_speedup_part_has_goldens_too() {
        Part speedup = new Part.SpeedupPart("speed", "Speed", Points.ZERO, Kernel.MAX_POOL2D, List.of(OPEN), 3, 1.5);

        assertThat(store().golden(assignment(speedup), speedup, OPEN).expected().data())
                .containsExactly(1);
    }

    @Test
    void whatever_is_wrong_with_a_file_it_is_made_again() throws IOException {
        store().golden(TOY, SCALAR, OPEN);
        Path file = goldens.packs().getFirst();
        byte[] whole = Files.readAllBytes(file);

        for (int length : List.of(0, 1, 50, whole.length - 1)) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(store().golden(TOY, SCALAR, OPEN).expected().data()).containsExactly(goldens.made());
            assertThat(unableToMake().golden(TOY, SCALAR, OPEN).expected().data())
                    .containsExactly(goldens.made());
        }
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(store().golden(TOY, SCALAR, OPEN).expected().data()).containsExactly(goldens.made());
        assertThat(goldens.made()).isEqualTo(6);
    }

    @Test
    void the_golden_of_another_case_under_its_name_is_not_taken() throws IOException {
        store().golden(TOY, SCALAR, OPEN);
        Path open = goldens.packs().getFirst();
        store().golden(TOY, SCALAR, HIDDEN);
        Path hidden = goldens.packs().stream()
                .filter(file -> !file.equals(open))
                .findFirst()
                .orElseThrow();
        Files.write(open, Files.readAllBytes(hidden));

        assertThat(store().golden(TOY, SCALAR, OPEN).expected().data()).containsExactly(3);
    }

    @Test
    void a_store_that_cannot_be_written_still_has_goldens() throws IOException {
        Files.writeString(home.resolve("goldens"), "in the way");

        assertThat(store().golden(TOY, SCALAR, OPEN).expected().data()).containsExactly(1);
    }

    @Test
    void stores_that_want_the_same_at_once_get_it_whole() throws IOException, InterruptedException, ExecutionException {
        int askers = 16;
        CyclicBarrier start = new CyclicBarrier(askers);
        List<GoldenStore> stores = List.of(store(), store(), store());
        List<Future<GoldenCase>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int asker = 0; asker < askers; asker++) {
                GoldenStore store = stores.get(asker % stores.size());
                asked.add(threads.submit(() -> {
                    start.await();
                    return store.golden(TOY, SCALAR, HIDDEN);
                }));
            }
        }
        for (Future<GoldenCase> golden : asked) {
            assertThat(golden.get().misconceptions()).hasSize(1);
        }

        assertThat(goldens.made()).isBetween(1, stores.size());
        assertThat(unableToMake().golden(TOY, SCALAR, HIDDEN).arguments()).hasSize(4);
        assertThat(goldens.files()).hasSize(2);
    }

    @Test
    void what_does_not_fit_into_memory_is_read_again() {
        GoldenStore small = goldens.store(0);
        GoldenCase first = small.golden(TOY, SCALAR, OPEN);

        assertThat(small.golden(TOY, SCALAR, OPEN)).isNotSameAs(first);
        assertThat(goldens.made()).isEqualTo(1);
    }

    @Test
    void nobody_else_can_read_the_store() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        store().golden(TOY, SCALAR, HIDDEN);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("goldens"))))
                .isEqualTo("rwx------");
        for (Path file : goldens.files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private GoldenStore store() {
        return goldens.store();
    }

    private GoldenStore unableToMake() {
        return goldens.unableToMake();
    }
}
