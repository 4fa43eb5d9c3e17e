package assay.core.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.GraderFault;
import assay.core.yaml.YamlFile;
import org.junit.jupiter.api.Test;

final class ReachedClassesTest {
    @Test
    void what_a_class_needs_comes_with_it() {
        assertThat(ReachedClasses.from(PublicCasesFile.class))
                .containsKeys(
                        "assay/core/starter/PublicCasesFile.class",
                        "assay/core/pack/PackReader.class", // not named by the root itself
                        "assay/core/assignment/Part$KernelPart.class",
                        "assay/kernels/Tensor.class",
                        "assay/kernels/Conv2d.class") // a constant of the enum Kernel
                .doesNotContainKeys("assay/core/starter/StarterZip.class", "assay/core/pipeline/GradingPipeline.class");
    }

    @Test
    void a_class_that_needs_a_library_is_refused() {
        assertThatThrownBy(() -> ReachedClasses.from(YamlFile.class))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("which a student does not have");
    }
}
