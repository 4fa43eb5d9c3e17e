package assay.e2e.hostile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import assay.core.assignment.Assignment;
import assay.core.assignment.CaseSpec;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.port.Sandbox;
import assay.core.result.CaseResult;
import assay.core.result.PartResult;
import assay.e2e.House;
import assay.e2e.hostile.CorpusRun.Graded;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The corpus in one sandbox: every attack has a verdict that it deserves and costs nobody else anything, and nothing of
 * it is left on the host. A back end is a subclass.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileCorpusTest {
    private static final String ATTACKED = "relu";
    private static final long HEAP_BYTES = 96L << 20;

    private final Backend backend;
    private final Assignment assignment = Corpus.assignment();
    private List<HostileCase> cases = List.of();
    private Map<String, Graded> graded = Map.of();
    private long heapBefore;
    private Path out = Path.of("");

    HostileCorpusTest(Backend backend) {
        this.backend = backend;
    }

    @BeforeAll
    void grade_them_all(@TempDir Path folder) throws IOException {
        out = folder.resolve("out");
        cases = Corpus.cases().stream()
                .filter(one -> !one.expected().slow() || Boolean.getBoolean("assay.hostile.all"))
                .filter(one -> one.id().matches(System.getProperty("assay.hostile.only", ".*")))
                .filter(backend::takes)
                .toList();
        Path submissions = Corpus.lay(folder.resolve("class"), cases);
        heapBefore = heap();
        try (HostWatch watch = backend.watch()) {
            try (Sandbox sandbox = backend.open()) {
                graded = new CorpusRun(assignment, out).grade(sandbox, submissions);
            }
            watch.assertNothingLeft();
            Files.write(House.build().resolve(getClass().getSimpleName() + ".txt"), summary());
        }
    }

    @TestFactory
    Stream<DynamicNode> every_attack_gets_what_it_deserves() {
        return Corpus.GROUPS.stream()
                .map(group -> dynamicContainer(
                        group,
                        cases.stream()
                                .filter(one -> one.group().equals(group))
                                .map(one -> dynamicTest(one.id(), () -> hold(one)))));
    }

    @Test
    void every_attack_has_an_honest_twin_that_passes() {
        Set<String> twins = Corpus.cases().stream()
                .filter(HostileCase::isTwin)
                .map(HostileCase::id)
                .collect(Collectors.toSet());
        assertThat(Corpus.cases())
                .filteredOn(one -> !one.isTwin())
                .allSatisfy(one -> assertThat(twins)
                        .as(one.id())
                        .contains(one.expected().twin().orElse("")));
    }

    @Test
    void the_graders_own_memory_is_as_it_was() {
        assertThat(heap() - heapBefore).as("bytes of heap").isLessThan(HEAP_BYTES);
    }

    private void hold(HostileCase one) throws Exception {
        Expected expected = one.expected();
        Graded got = requireNonNull(graded.get(one.id()), "not graded");
        StudentFiles files = new StudentFiles(out, one.id());
        PartResult attacked = part(got, ATTACKED);

        String told = told(one, got);
        assertThat(expected.verdict()).as(told).contains(attacked.verdict().name());
        assertThat(got.grading().verdict()).as(told).isNotEqualTo(Verdict.IE);
        assertThat(got.retried()).as("a fault of ours: %s", told).isEmpty();
        assertThat(attacked.earned().value()).as(told).isLessThanOrEqualTo(expected.most());
        assertThat(got.took()).as(told).isLessThan(expected.longest());
        assertOthers(expected, got, told);
        files.assertHarmless();
        assertTexts(expected, files);
        assertNothingLearnt(one, got);
    }

    private static void assertTexts(Expected expected, StudentFiles files) {
        expected.allOf(expected.says()).forEach(text -> assertThat(files.full()).contains(text));
        expected.allOf(expected.never())
                .forEach(text -> assertThat(files.full()).doesNotContain(text));
        expected.allOf(expected.neverShown())
                .forEach(text -> assertThat(files.shown().values())
                        .allSatisfy(file -> assertThat(file).doesNotContain(text)));
    }

    /** One function never costs another. */
    private static void assertOthers(Expected expected, Graded got, String told) {
        switch (expected.honest().orElse("kept")) {
            case "kept" ->
                got.grading().parts().stream()
                        .filter(part -> !part.id().equals(ATTACKED))
                        .forEach(part -> assertThat(part.earned().value())
                                .as("%s: %s", part.id(), told)
                                .isEqualByComparingTo(BigDecimal.ONE));
            case "lost" ->
                assertThat(got.grading().score().raw().value()).as(told).isZero();
            case "any" -> assertThat(got.grading().verdict()).as(told).isNotEqualTo(Verdict.IE);
            default -> throw new AssertionError("honest is kept, lost or any");
        }
    }

    /** Nothing that a case's code prints or throws names a hidden case, the assignment or a student. */
    private void assertNothingLearnt(HostileCase one, Graded got) {
        List<String> secrets = Stream.concat(
                        Stream.of(assignment.title(), one.id()),
                        assignment.parts().stream()
                                .flatMap(part -> assignment.cases(part).stream())
                                .filter(spec -> spec.visibility() == Visibility.HIDDEN)
                                .map(CaseSpec::id))
                .toList();
        assertThat(got.grading().parts().stream()
                        .flatMap(part -> part.cases().stream())
                        .map(CaseResult::printed))
                .allSatisfy(printed -> assertThat(printed).doesNotContain(secrets));
    }

    private static PartResult part(Graded got, String id) {
        return got.grading().parts().stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String told(HostileCase one, Graded got) {
        return got.grading().parts().stream()
                .flatMap(part -> part.cases().stream()
                        .map(result -> "%s %s %s %s %s"
                                .formatted(part.id(), result.id(), result.verdict(), result.message(), result.stack())))
                .collect(Collectors.joining(
                        "\n",
                        one.id() + ", " + one.expected().about() + ": "
                                + got.grading().problem() + " " + got.retried() + "\n",
                        "\n"));
    }

    /** For people: what each case got, and how long it took. */
    private List<String> summary() {
        return cases.stream()
                .map(one -> one.id() + " " + requireNonNull(graded.get(one.id()), one.id()))
                .toList();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
