package assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.baseline.PlainLayers;
import assay.core.compare.TensorWeighing;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenSource;
import assay.kernels.Form;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a speed-up is held against gives what PyTorch gives. */
final class PlainLayersTest {
    @Test
    void the_plain_forms_pass_every_case_of_their_kernels() throws Exception {
        Assignment assignment = House.assignment("ucu-hw2");
        GoldenSource goldens = House.goldens();
        PlainLayers plain = new PlainLayers();
        int weighed = 0;
        for (Part part : assignment.parts()) {
            if (part instanceof Part.KernelPart kernel
                    && kernel.form().equals(Optional.of(Form.Kind.SCALAR))
                    && kernel.kernel().contract().isInstance(plain)) {
                for (CaseSpec spec : kernel.cases()) {
                    GoldenCase golden = goldens.golden(assignment, part, spec);
                    Object[] arguments =
                            golden.arguments().stream().map(Argument::value).toArray();
                    Tensor output = (Tensor) kernel.kernel().method().invoke(plain, arguments);

                    assertThat(TensorWeighing.compare(golden.expected(), output, spec.tolerance())
                                    .matches())
                            .as("%s %s", part.id(), spec.id())
                            .isTrue();
                    weighed++;
                }
            }
        }
        assertThat(weighed).isGreaterThan(15);
    }
}
