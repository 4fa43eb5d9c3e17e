package assay.core.starter;

import static assay.core.starter.TestAssignments.AGREEMENT;
import static assay.core.starter.TestAssignments.SCALAR;
import static assay.core.starter.TestAssignments.SHOWN;
import static assay.core.starter.TestAssignments.VECTOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.assignment.Part;
import assay.core.domain.GraderFault;
import assay.core.pack.GoldenPack;
import assay.core.port.GoldenCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PublicCasesTest {
    private final PublicCases cases = PublicCases.of(TestAssignments.withAllKinds(), TestAssignments.goldens());

    @Test
    void only_public_cases_and_parts_that_can_run_at_home_are_taken() {
        assertThat(cases.assignment().parts())
                .extracting(Part::id)
                .containsExactly("relu_scalar", "relu_vector", "agreement");
        assertThat(cases.assignment().parts())
                .allSatisfy(part -> assertThat(cases.assignment().cases(part))
                        .extracting(CaseSpec::id)
                        .containsExactly("shown"));
        assertThat(cases.onServer()).containsExactly("Sigmoid, naïve or not", "How much faster");
        assertThat(cases.hidden()).isEqualTo(3);
    }

    @Test
    void a_golden_that_two_parts_share_is_carried_once() {
        assertThat(cases.goldens().entries()).extracting(GoldenPack.Entry::key).containsExactly("relu_scalar/shown");
        GoldenCase scalar = cases.golden(cases.assignment(), SCALAR, SHOWN);
        assertThat(cases.golden(cases.assignment(), VECTOR, SHOWN)).isSameAs(scalar);
        assertThat(scalar.expected().get()).isEqualTo(2);
    }

    @Test
    void what_is_not_there_is_our_fault() {
        assertThatThrownBy(() -> cases.golden(cases.assignment(), AGREEMENT, SHOWN))
                .isInstanceOf(GraderFault.class)
                .hasMessage(
                        "Tried to find the golden of agreement/shown but failed because the public cases have none of it");
    }

    @Test
    void files_give_back_what_was_written() throws IOException {
        PublicCases read = reread(PublicCasesFile.write(cases));

        Assignment assignment = read.assignment();
        assertThat(assignment.title()).isEqualTo("Übung: \"kernels\" = schön");
        assertThat(assignment.deadline()).isEqualTo(cases.assignment().deadline());
        assertThat(assignment.limits()).isEqualTo(cases.assignment().limits());
        assertThat(assignment.points()).isEqualTo(cases.assignment().points());
        assertThat(assignment.forbidden()).isEqualTo(cases.assignment().forbidden());
        assertThat(assignment.part("agreement")).isEqualTo(AGREEMENT);
        Part.KernelPart vector = (Part.KernelPart) assignment.part("relu_vector");
        assertThat(vector.kernel()).isEqualTo(VECTOR.kernel());
        assertThat(vector.form()).isEqualTo(VECTOR.form());
        assertThat(vector.cases()).singleElement().satisfies(spec -> {
            assertThat(spec.tolerance()).isEqualTo(SHOWN.tolerance());
            assertThat(spec.misconceptions()).isEqualTo(List.of("halved"));
            assertThat(read.golden(assignment, vector, spec).expected().get()).isEqualTo(2);
        });
        assertThat(read.onServer()).isEqualTo(cases.onServer());
        assertThat(read.hidden()).isEqualTo(3);
    }

    @Test
    void the_same_cases_are_written_as_the_same_bytes() throws IOException {
        Map<String, byte[]> first = PublicCasesFile.write(cases);
        Map<String, byte[]> second =
                PublicCasesFile.write(PublicCases.of(TestAssignments.withAllKinds(), TestAssignments.goldens()));
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
        assertThat(new String(first.get(PublicCasesFile.CASES), UTF_8))
                .startsWith("deadline=2022-09-19T15\\:59\\:59Z\n")
                .doesNotContain("#");
    }

    @Test
    void nothing_of_hidden_cases_is_written_but_their_number() throws IOException {
        assertThat(new String(PublicCasesFile.write(cases).get(PublicCasesFile.CASES), UTF_8))
                .contains("hidden=3\n")
                .doesNotContain("secret-case");
    }

    private static PublicCases reread(Map<String, byte[]> files) throws IOException {
        return PublicCasesFile.read(
                new ByteArrayInputStream(files.get(PublicCasesFile.CASES)),
                new ByteArrayInputStream(files.get(PublicCasesFile.GOLDENS)));
    }
}
