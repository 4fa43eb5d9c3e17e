package assay.golden.draw;

import static assay.golden.TestAssignments.pooling;
import static assay.golden.TestAssignments.spec;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.ArgumentSpec;
import assay.core.assignment.CaseSpec;
import assay.core.compare.Tolerance;
import assay.core.domain.Visibility;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import assay.kernels.call.Kernel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaseSeedsTest {
    @TempDir
    private Path directory;

    private final CaseSeeds publicOnly = new CaseSeeds(() -> {
        throw new AssertionError("the secret is not needed");
    });

    /** If this fails, every public golden that a starter carries is out of date: undo what changed it. */
    @Test
    void a_public_seed_is_the_same_for_ever_and_needs_no_secret() {
        assertThat(hex(publicOnly, "toy", Kernel.MAX_POOL2D, pooling("a", Visibility.PUBLIC)))
                .isEqualTo("e27d5ea5427a86275d624a02ccece66e2826aaa66f2c90cba9cbe89344e2f8ca");
    }

    @Test
    void a_seed_depends_on_assignment_kernel_case_and_arguments() {
        CaseSpec one = spec("a", Visibility.PUBLIC, List.of(new ArgumentSpec.Normal(List.of(2, 3), 0, 1)));
        CaseSpec otherId = spec("b", Visibility.PUBLIC, one.arguments());
        CaseSpec otherShape = spec("a", Visibility.PUBLIC, List.of(new ArgumentSpec.Normal(List.of(3, 2), 0, 1)));

        assertThat(List.of(
                        hex(publicOnly, "toy", Kernel.RELU, one),
                        hex(publicOnly, "toy", Kernel.SIGMOID, one),
                        hex(publicOnly, "toys", Kernel.RELU, one),
                        hex(publicOnly, "toy", Kernel.RELU, otherId),
                        hex(publicOnly, "toy", Kernel.RELU, otherShape)))
                .doesNotHaveDuplicates()
                .allMatch(seed -> seed.matches("[0-9a-f]{64}"));
    }

    @Test
    void tolerance_and_misconceptions_change_no_seed() {
        CaseSpec one = pooling("a", Visibility.PUBLIC);
        CaseSpec other =
                new CaseSpec("a", Visibility.PUBLIC, one.arguments(), new Tolerance(1, 1), List.of("zero_padding"));

        assertThat(hex(publicOnly, "toy", Kernel.MAX_POOL2D, one))
                .isEqualTo(hex(publicOnly, "toy", Kernel.MAX_POOL2D, other));
    }

    @Test
    void a_hidden_seed_depends_on_the_secret_which_is_read_once() {
        AtomicInteger reads = new AtomicInteger();
        CaseSeeds mine = new CaseSeeds(() -> {
            reads.incrementAndGet();
            return InstallationSecret.in(directory.resolve("mine"));
        });
        CaseSeeds theirs = new CaseSeeds(() -> InstallationSecret.in(directory.resolve("theirs")));
        CaseSpec hidden = pooling("a", Visibility.HIDDEN);

        String seed = hex(mine, "toy", Kernel.MAX_POOL2D, hidden);

        assertThat(hex(mine, "toy", Kernel.MAX_POOL2D, hidden)).isEqualTo(seed);
        assertThat(reads).hasValue(1);
        assertThat(hex(theirs, "toy", Kernel.MAX_POOL2D, hidden)).isNotEqualTo(seed);
        assertThat(hex(mine, "toy", Kernel.MAX_POOL2D, pooling("a", Visibility.PUBLIC)))
                .isNotEqualTo(seed);
    }

    @Test
    void a_fingerprint_is_not_the_seed() {
        CaseSeed seed = publicOnly.seed("toy", Kernel.RELU, pooling("a", Visibility.PUBLIC));

        assertThat(seed.fingerprint()).matches("[0-9a-f]{64}").isNotEqualTo(seed.hex());
    }

    /** If this fails, every seed has changed: undo what changed it. */
    @Test
    void specifications_have_a_text_that_is_the_same_for_ever() {
        List<ArgumentSpec> specs = List.of(
                new ArgumentSpec.Normal(List.of(2, 3), 0.1, 1, List.of(0)),
                new ArgumentSpec.Uniform(List.of(4), -1, 0.5),
                new ArgumentSpec.ConstantChannels(List.of(1, 2), 0, 2),
                new ArgumentSpec.Values(List.of(2), List.of(1f, Float.NaN)),
                new ArgumentSpec.Classes(3, 10),
                new ArgumentSpec.Given(new Argument.OfInt(-2)),
                new ArgumentSpec.Given(new Argument.OfFloat(1e-5f)),
                new ArgumentSpec.Given(new Argument.OfBoolean(true)),
                new ArgumentSpec.Given(new Argument.OfInts(new int[] {0, 2})),
                new ArgumentSpec.Given(new Argument.OfTensor(Tensor.of(new float[] {0.5f}, 1, 1))));

        assertThat(CanonicalText.of(specs))
                .containsExactly(
                        "normal [2, 3] mean 0x1.999999999999ap-4 deviation 0x1.0p0 constant [0]",
                        "uniform [4] low -0x1.0p0 high 0x1.0p-1",
                        "constant-channels [1, 2] mean 0x0.0p0 deviation 0x1.0p1",
                        "values [2] [0x1.0p0, NaN]",
                        "classes 3 below 10",
                        "int -2",
                        "float 0x1.4f8b58p-17",
                        "boolean true",
                        "ints [0, 2]",
                        "tensor [1, 1] [0x1.0p-1]");
    }

    private static String hex(CaseSeeds seeds, String assignment, Kernel kernel, CaseSpec spec) {
        return seeds.seed(assignment, kernel, spec).hex();
    }
}
