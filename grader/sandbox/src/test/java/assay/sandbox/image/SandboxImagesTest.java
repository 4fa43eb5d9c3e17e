package assay.sandbox.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.GraderFault;
import assay.sandbox.testing.ReadyEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("docker")
final class SandboxImagesTest {
    private final List<String> progress = new ArrayList<>();
    private final SandboxImages images = new SandboxImages(ReadyEngine.get(), ReadyEngine.work(), progress::add);

    @Test
    void nothing_is_built_where_nothing_has_changed() {
        Images before = ReadyEngine.images();

        assertThat(images.ensure()).isEqualTo(before);
        assertThat(progress).isEmpty();
    }

    @Test
    void a_base_that_cannot_be_had_is_our_fault_and_says_which() {
        assertThatThrownBy(() -> images.ensure(new ImageSource.FromBase("localhost:1/no/such:image")))
                .isInstanceOfSatisfying(
                        GraderFault.class, fault -> assertThat(fault.code()).isEqualTo(GraderFault.Code.IMAGE))
                .hasMessageContaining("localhost:1");
    }
}
