package assay.golden.store;

import static assay.golden.TestAssignments.assignment;
import static assay.golden.TestAssignments.part;
import static assay.golden.TestAssignments.pooling;

import assay.core.assignment.ArgumentSpec;
import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Stores in one directory, whose goldens are not computed but numbered, so that it shows which one came. */
final class NumberedGoldens {
    static final CaseSpec OPEN = pooling("open", Visibility.PUBLIC, "zero_padding");
    static final CaseSpec HIDDEN = pooling("hidden", Visibility.HIDDEN, "ceil_mode", "zero_padding");
    static final Part SCALAR = part("scalar", Kernel.MAX_POOL2D, Form.Kind.SCALAR, OPEN, HIDDEN);
    static final Part VECTOR = part("vector", Kernel.MAX_POOL2D, Form.Kind.VECTOR, OPEN, HIDDEN);
    static final Assignment TOY = assignment(SCALAR, VECTOR);

    private final Path home;
    private final AtomicInteger made = new AtomicInteger();

    NumberedGoldens(Path home) {
        this.home = home;
    }

    int made() {
        return made.get();
    }

    GoldenStore store() {
        return store(1 << 20);
    }

    /** @param kept bytes in memory */
    GoldenStore store(int kept) {
        return new GoldenStore(seeds(), goldenFiles(), this::numbered, new GoldenCache(kept));
    }

    GoldenStore unableToMake() {
        GoldenMaker unable = request -> {
            throw new AssertionError("asked for " + request);
        };
        return new GoldenStore(seeds(), goldenFiles(), unable, new GoldenCache(1 << 20));
    }

    CaseSeeds seeds() {
        return new CaseSeeds(() -> InstallationSecret.in(home));
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("goldens"))) {
            return files.sorted().toList();
        }
    }

    List<Path> packs() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".golden"))
                .toList();
    }

    List<Path> accounts() throws IOException {
        return files().stream().filter(file -> file.toString().endsWith(".txt")).toList();
    }

    private GoldenFiles goldenFiles() {
        return new GoldenFiles(home.resolve("goldens"));
    }

    /** The golden's number in place of its values, and one variant with the number's negative. */
    private GoldenCase numbered(GoldenRequest request) {
        int number = made.incrementAndGet();
        Tensor expected = Tensor.of(new float[] {number}, 1);
        List<ArgumentSpec> specs = request.spec().arguments();
        return new GoldenCase(
                specs.stream()
                        .map(spec -> TestAssignments.argument(spec, expected))
                        .toList(),
                expected,
                List.of(new Misconception("zero_padding", "Explained.", Tensor.of(new float[] {-number}, 1))),
                GoldenPack.digest(List.of(), expected));
    }
}
