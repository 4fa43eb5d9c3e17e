package assay.golden.store;

import static assay.golden.TestAssignments.assignment;
import static assay.golden.TestAssignments.part;
import static assay.golden.TestAssignments.pooling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import assay.core.assignment.ArgumentSpec;
import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.domain.GraderFault;
import assay.core.domain.Points;
import assay.core.domain.Visibility;
import assay.core.pack.GoldenPack;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenCase.Misconception;
import assay.golden.TestAssignments;
import assay.golden.draw.CaseSeeds;
import assay.golden.draw.InstallationSecret;
import assay.kernels.Form;
import assay.kernels.Tensor;
import assay.kernels.call.Kernel;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With goldens that are not computed but numbered, so that it shows which one came. */
final class GoldenStoreTest {
    private static final CaseSpec OPEN = pooling("open", Visibility.PUBLIC, "zero_padding");
    private static final CaseSpec HIDDEN = pooling("hidden", Visibility.HIDDEN, "ceil_mode", "zero_padding");
    private static final Part SCALAR = part("scalar", Kernel.MAX_POOL2D, Form.Kind.SCALAR, OPEN, HIDDEN);
    private static final Part VECTOR = part("vector", Kernel.MAX_POOL2D, Form.Kind.VECTOR, OPEN, HIDDEN);
    private static final Assignment TOY = assignment(SCALAR, VECTOR);

    @TempDir
    private Path home;

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void a_golden_is_made_once_and_then_remembered() {
        GoldenStore store = store();

        GoldenCase first = store.golden(TOY, SCALAR, OPEN);

        assertThat(store.golden(TOY, SCALAR, OPEN)).isSameAs(first);
        assertThat(made).hasValue(1);
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
        Path file = packs().getFirst();
        byte[] whole = Files.readAllBytes(file);

        for (int length : List.of(0, 1, 50, whole.length - 1)) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(store().golden(TOY, SCALAR, OPEN).expected().data()).containsExactly(made.get());
            assertThat(unableToMake().golden(TOY, SCALAR, OPEN).expected().data())
                    .containsExactly(made.get());
        }
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(store().golden(TOY, SCALAR, OPEN).expected().data()).containsExactly(made.get());
        assertThat(made).hasValue(6);
    }

    @Test
    void the_golden_of_another_case_under_its_name_is_not_taken() throws IOException {
        store().golden(TOY, SCALAR, OPEN);
        Path open = packs().getFirst();
        store().golden(TOY, SCALAR, HIDDEN);
        Path hidden =
                packs().stream().filter(file -> !file.equals(open)).findFirst().orElseThrow();
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

        assertThat(made.get()).isBetween(1, stores.size());
        assertThat(unableToMake().golden(TOY, SCALAR, HIDDEN).arguments()).hasSize(4);
        assertThat(files()).hasSize(2);
    }

    @Test
    void what_does_not_fit_into_memory_is_read_again() {
        GoldenStore small = new GoldenStore(seeds(), files(home), this::numbered, new GoldenCache(0));
        GoldenCase first = small.golden(TOY, SCALAR, OPEN);

        assertThat(small.golden(TOY, SCALAR, OPEN)).isNotSameAs(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void the_description_names_versions_and_a_digest_over_every_golden() {
        Map<String, String> description = store().description(TOY);

        assertThat(description)
                .containsEntry("pytorch", "2.7.1")
                .containsEntry("djl", "0.35.1")
                .containsOnlyKeys("digest", "djl", "precision", "pytorch");
        assertThat(unableToMake().description(TOY)).isEqualTo(description);
        assertThat(made).hasValue(2);
    }

    @Test
    void the_digest_changes_with_a_case_a_part_a_misconception_or_a_golden() throws IOException {
        CaseSpec told = pooling("open", Visibility.PUBLIC, "ceil_mode");
        List<String> digests = new ArrayList<>();
        digests.add(digest(TOY));
        digests.add(digest(assignment(SCALAR)));
        digests.add(digest(assignment(SCALAR, part("vectors", Kernel.MAX_POOL2D, Form.Kind.VECTOR, OPEN, HIDDEN))));
        digests.add(digest(assignment(part("scalar", Kernel.MAX_POOL2D, Form.Kind.SCALAR, told, HIDDEN), VECTOR)));
        for (Path pack : packs()) {
            Files.delete(pack);
        }
        digests.add(digest(TOY));

        assertThat(digests).doesNotHaveDuplicates().allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void agreement_parts_have_no_goldens() {
        Part agreement = new Part.AgreementPart("same", "Same", Points.ZERO, "scalar", "vector");

        assertThat(digest(assignment(SCALAR, VECTOR, agreement))).isEqualTo(digest(TOY));
        assertThatThrownBy(() -> store().golden(TOY, agreement, OPEN))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("part same");
    }

    @Test
    void an_unknown_misconception_is_named() {
        CaseSpec wrong = pooling("open", Visibility.PUBLIC, "zero_paddings");

        assertThatThrownBy(() -> store().golden(TOY, SCALAR, wrong))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("toy, part scalar, case open")
                .hasMessageContaining("no misconception zero_paddings of max_pool2d")
                .hasMessageContaining("zero_padding, ceil_mode");
    }

    @Test
    void a_person_can_read_what_a_golden_is_but_not_a_hidden_seed() throws IOException {
        GoldenStore store = store();
        store.golden(TOY, SCALAR, OPEN);
        List<String> open = Files.readAllLines(accounts().getFirst());
        store.golden(TOY, SCALAR, HIDDEN);
        String hiddenSeed = seeds().seed("toy", Kernel.MAX_POOL2D, HIDDEN).hex();
        String all = "";
        for (Path account : accounts()) {
            all += Files.readString(account);
        }

        assertThat(open)
                .contains(
                        "assignment: toy",
                        "kernel: max_pool2d",
                        "case: open",
                        "seed: " + seeds().seed("toy", Kernel.MAX_POOL2D, OPEN).hex(),
                        "argument input: uniform [1, 2, 6, 4] low -0x1.0p1 high -0x1.0p0",
                        "argument padding: int 1",
                        "misconceptions: [zero_padding]",
                        "pytorch: 2.7.1, float64, one thread");
        assertThat(all)
                .contains("misconceptions that this case cannot tell: [ceil_mode]")
                .contains("seed: hidden, from the installation's secret; its SHA-256 is ")
                .doesNotContain(hiddenSeed);
        assertThat(files()).noneMatch(file -> file.toString().contains(hiddenSeed));
    }

    @Test
    void nobody_else_can_read_the_store() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        store().golden(TOY, SCALAR, HIDDEN);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("goldens"))))
                .isEqualTo("rwx------");
        for (Path file : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private String digest(Assignment assignment) {
        return store().description(assignment).getOrDefault("digest", "");
    }

    private GoldenStore store() {
        return new GoldenStore(seeds(), files(home), this::numbered, new GoldenCache(1 << 20));
    }

    private GoldenStore unableToMake() {
        GoldenMaker unable = request -> {
            throw new AssertionError("asked for " + request);
        };
        return new GoldenStore(seeds(), files(home), unable, new GoldenCache(1 << 20));
    }

    /** The number of the golden in place of its values; one variant, which is told by the number's negative. */
    private GoldenCase numbered(GoldenRequest request) {
        Tensor number = Tensor.of(new float[] {made.incrementAndGet()}, 1);
        Tensor negative = Tensor.of(new float[] {-made.get()}, 1);
        List<ArgumentSpec> specs = request.spec().arguments();
        return new GoldenCase(
                specs.stream()
                        .map(spec -> TestAssignments.argument(spec, number))
                        .toList(),
                number,
                List.of(new Misconception("zero_padding", "Explained.", negative)),
                GoldenPack.digest(List.of(), number));
    }

    private CaseSeeds seeds() {
        return new CaseSeeds(() -> InstallationSecret.in(home));
    }

    private static GoldenFiles files(Path home) {
        return new GoldenFiles(home.resolve("goldens"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("goldens"))) {
            return files.sorted().toList();
        }
    }

    private List<Path> packs() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".golden"))
                .toList();
    }

    private List<Path> accounts() throws IOException {
        return files().stream().filter(file -> file.toString().endsWith(".txt")).toList();
    }
}
