package assay.golden.store;

import static assay.golden.TestAssignments.assignment;
import static assay.golden.TestAssignments.part;
import static assay.golden.TestAssignments.pooling;
import static assay.golden.store.NumberedGoldens.HIDDEN;
import static assay.golden.store.NumberedGoldens.OPEN;
import static assay.golden.store.NumberedGoldens.SCALAR;
import static assay.golden.store.NumberedGoldens.TOY;
import static assay.golden.store.NumberedGoldens.VECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.domain.GraderFault;
import assay.core.domain.Points;
import assay.core.domain.Visibility;
import assay.kernels.Form;
import assay.kernels.call.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store says of its goldens. */
final class GoldenDescriptionTest {
    private final NumberedGoldens goldens;

    GoldenDescriptionTest(@TempDir Path home) {
        this.goldens = new NumberedGoldens(home);
    }

    @Test
    void the_description_names_versions_and_a_digest_over_every_golden() {
        Map<String, String> description = goldens.store().description(TOY);

        assertThat(description)
                .containsEntry("pytorch", "2.7.1")
                .containsEntry("djl", "0.35.1")
                .containsOnlyKeys("digest", "djl", "precision", "pytorch");
        assertThat(goldens.unableToMake().description(TOY)).isEqualTo(description);
        assertThat(goldens.made()).isEqualTo(2);
    }

    @Test
    void the_digest_changes_with_a_case_a_part_a_misconception_or_a_golden() throws IOException {
        CaseSpec told = pooling("open", Visibility.PUBLIC, "ceil_mode");
        List<String> digests = new ArrayList<>();
        digests.add(digest(TOY));
        digests.add(digest(assignment(SCALAR)));
        digests.add(digest(assignment(SCALAR, part("vectors", Kernel.MAX_POOL2D, Form.Kind.VECTOR, OPEN, HIDDEN))));
        digests.add(digest(assignment(part("scalar", Kernel.MAX_POOL2D, Form.Kind.SCALAR, told, HIDDEN), VECTOR)));
        for (Path pack : goldens.packs()) {
            Files.delete(pack);
        }
        digests.add(digest(TOY));

        assertThat(digests).doesNotHaveDuplicates().allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void agreement_parts_have_no_goldens() {
        Part agreement = new Part.AgreementPart("same", "Same", Points.ZERO, "scalar", "vector");

        assertThat(digest(assignment(SCALAR, VECTOR, agreement))).isEqualTo(digest(TOY));
        assertThatThrownBy(() -> goldens.store().golden(TOY, agreement, OPEN))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("part same");
    }

    @Test
    void an_unknown_misconception_is_named() {
        CaseSpec wrong = pooling("open", Visibility.PUBLIC, "zero_paddings");

        assertThatThrownBy(() -> goldens.store().golden(TOY, SCALAR, wrong))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("toy, part scalar, case open")
                .hasMessageContaining("no misconception zero_paddings of max_pool2d")
                .hasMessageContaining("zero_padding, ceil_mode");
    }

    @Test
    void a_person_can_read_what_a_golden_is_but_not_a_hidden_seed() throws IOException {
        GoldenStore store = goldens.store();
        store.golden(TOY, SCALAR, OPEN);
        List<String> open = Files.readAllLines(goldens.accounts().getFirst());
        store.golden(TOY, SCALAR, HIDDEN);
        String hiddenSeed =
                goldens.seeds().seed("toy", Kernel.MAX_POOL2D, HIDDEN).hex();
        String all = "";
        for (Path account : goldens.accounts()) {
            all += Files.readString(account);
        }

        assertThat(open)
                .contains(
                        "assignment: toy",
                        "kernel: max_pool2d",
                        "case: open",
                        "seed: "
                                + goldens.seeds()
                                        .seed("toy", Kernel.MAX_POOL2D, OPEN)
                                        .hex(),
                        "argument input: uniform [1, 2, 6, 4] low -0x1.0p1 high -0x1.0p0",
                        "argument padding: int 1",
                        "misconceptions: [zero_padding]",
                        "pytorch: 2.7.1, float64, one thread");
        assertThat(all)
                .contains("misconceptions that this case cannot tell: [ceil_mode]")
                .contains("seed: hidden, from the installation's secret; its SHA-256 is ")
                .doesNotContain(hiddenSeed);
        assertThat(goldens.files()).noneMatch(file -> file.toString().contains(hiddenSeed));
    }

    private String digest(Assignment assignment) {
        return goldens.store().description(assignment).getOrDefault("digest", "");
    }
}
