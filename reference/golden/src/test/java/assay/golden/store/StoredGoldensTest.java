package assay.golden.store;

import static assay.golden.TestAssignments.assignment;
import static assay.golden.TestAssignments.part;
import static assay.golden.TestAssignments.pooling;
import static assay.golden.TestAssignments.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.assignment.ArgumentSpec;
import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.domain.GraderFault;
import assay.core.domain.Visibility;
import assay.core.pack.GoldenPack;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenCase.Misconception;
import assay.golden.PlainKernels;
import assay.kernels.Form;
import assay.kernels.call.Kernel;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With PyTorch, and with a second JVM that has none. */
final class StoredGoldensTest {
    private static final CaseSpec OPEN =
            pooling("open", Visibility.PUBLIC, "stride_is_kernel_size", "zero_padding", "padding_ignored");
    private static final CaseSpec HIDDEN = pooling("hidden", Visibility.HIDDEN, "zero_padding");
    private static final Part PART = part("pool", Kernel.MAX_POOL2D, Form.Kind.SCALAR, OPEN, HIDDEN);
    private static final Assignment TOY = assignment(PART);

    @TempDir
    private Path home;

    @Test
    void a_golden_is_pytorchs_answer_to_what_was_drawn() {
        GoldenCase golden = store().golden(TOY, PART, OPEN);
        PlainKernels.Block formula = PlainKernels.compute(Kernel.MAX_POOL2D, golden.arguments());

        assertThat(golden.expected().shape()).containsExactly(formula.shape());
        for (int place = 0; place < golden.expected().size(); place++) {
            assertThat((double) golden.expected().data()[place]).isCloseTo(formula.data()[place], Offset.offset(1e-6));
        }
        assertThat(golden.digest()).isEqualTo(GoldenPack.digest(golden.arguments(), golden.expected()));
    }

    /** The stride is the kernel's size here, so that variant is what is right. */
    @Test
    void misconceptions_that_cannot_be_told_are_left_out() {
        GoldenCase golden = store().golden(TOY, PART, OPEN);

        assertThat(golden.misconceptions())
                .extracting(Misconception::name)
                .containsExactly("zero_padding", "padding_ignored");
        assertThat(golden.misconceptions().getFirst().output().data()).contains(0f);
        assertThat(golden.misconceptions().getLast().output().shape()).containsExactly(1, 2, 3, 2);
    }

    @Test
    void a_variant_that_does_not_exist_for_an_input_is_left_out() {
        CaseSpec narrow = spec(
                "narrow",
                Visibility.PUBLIC,
                List.of(
                        new ArgumentSpec.Normal(List.of(2, 3), 0, 1),
                        new ArgumentSpec.Normal(List.of(4, 3), 0, 1),
                        new ArgumentSpec.Normal(List.of(4), 0, 1)),
                "weight_not_transposed",
                "no_bias");
        Part linear = part("fc", Kernel.LINEAR, Form.Kind.SCALAR, narrow);

        assertThat(store().golden(assignment(linear), linear, narrow).misconceptions())
                .extracting(Misconception::name)
                .containsExactly("no_bias");
    }

    @Test
    void an_assignment_that_asks_for_nonsense_is_a_fault_that_names_the_case() {
        CaseSpec nonsense = spec("nonsense", Visibility.PUBLIC, List.of(new ArgumentSpec.Normal(List.of(2, 3), 0, -1)));
        Part relu = part("relu", Kernel.RELU, Form.Kind.SCALAR, nonsense);

        assertThatThrownBy(() -> store().golden(assignment(relu), relu, nonsense))
                .isInstanceOf(GraderFault.class)
                .hasMessageStartingWith("Tried to draw the inputs of case nonsense of relu but failed because ");
    }

    @Test
    void the_same_secret_gives_the_same_goldens_anywhere() {
        GoldenCase here = store().golden(TOY, PART, HIDDEN);
        GoldenStore elsewhere = GoldenStore.in(home.resolve("elsewhere"), home.resolve("state"));
        GoldenStore stranger = GoldenStore.in(home.resolve("stranger"), home.resolve("strange"));

        assertThat(elsewhere.golden(TOY, PART, HIDDEN).digest()).isEqualTo(here.digest());
        assertThat(stranger.golden(TOY, PART, HIDDEN).digest()).isNotEqualTo(here.digest());
        assertThat(stranger.golden(TOY, PART, OPEN).digest())
                .isEqualTo(store().golden(TOY, PART, OPEN).digest());
    }

    /** If this fails, public goldens have changed, and with them what every starter carries. */
    @Test
    void a_public_golden_is_the_same_for_ever() {
        assertThat(store().golden(TOY, PART, OPEN).digest())
                .isEqualTo("7c5318ed17bc8ec8fa90dbca1dedf060323ed2639d091dcb38c06d0339f6764c");
    }

    @Test
    void reading_the_store_needs_no_pytorch() throws IOException, InterruptedException {
        String expected = store().description(TOY).toString();

        assertThat(withoutPyTorch()).isEqualTo(expected);
    }

    @Test
    void without_pytorch_what_is_missing_is_a_clear_fault() throws IOException, InterruptedException {
        assertThat(withoutPyTorch()).startsWith("Tried to load PyTorch but failed because ");
    }

    private GoldenStore store() {
        return GoldenStore.in(home.resolve("goldens"), home.resolve("state"));
    }

    /** What a JVM says that has everything on its class path but PyTorch. */
    private String withoutPyTorch() throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("pytorch-"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        WithoutPyTorch.class.getName(),
                        home.resolve("goldens").toString(),
                        home.resolve("state").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }

    /** The second JVM. */
    static final class WithoutPyTorch {
        private WithoutPyTorch() {}

        public static void main(String[] arguments) {
            GoldenStore store = GoldenStore.in(Path.of(arguments[0]), Path.of(arguments[1]));
            String said;
            try {
                said = store.description(TOY).toString();
            } catch (GraderFault fault) {
                said = fault.getMessage();
            }
            System.out.print(said);
        }
    }
}
