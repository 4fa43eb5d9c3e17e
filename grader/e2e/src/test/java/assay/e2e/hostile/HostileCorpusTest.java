package assay.e2e.hostile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import assay.core.assignment.Assignment;
import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.port.Sandbox;
import assay.core.result.PartResult;
import assay.e2e.House;
import assay.e2e.hostile.CorpusRun.Graded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The corpus in one sandbox: every attack has a verdict that it deserves and costs nobody else anything, and nothing of
 * it is left on the host. A back end is a subclass.
 */
@Tag("alone")
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileCorpusTest {
    /** Of the cases, those that are graded twice in a run that is to be short. */
    private static final int ONE_IN = 12;

    private final Backend backend;
    private final Assignment assignment = Corpus.assignment();
    private List<HostileCase> cases = List.of();
    private Map<String, Graded> graded = Map.of();
    private Map<String, Graded> again = Map.of();
    private Map<String, Graded> honest = Map.of();
    private OwnLoad before = OwnLoad.now();
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
        before = OwnLoad.now();
        try (HostWatch watch = backend.watch()) {
            try (Sandbox sandbox = backend.open()) {
                graded = new CorpusRun(assignment, out).grade(sandbox, submissions);
                honest = new CorpusRun(assignment, folder.resolve("next"))
                        .grade(sandbox, Corpus.lay(folder.resolve("honest"), Corpus.of("twin-plain", "twin-lambdas")));
                again = new CorpusRun(assignment, folder.resolve("again"))
                        .grade(sandbox, Corpus.lay(folder.resolve("twice"), twice()));
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
    void who_hands_in_next_gets_what_they_earned() {
        assertThat(honest).hasSize(2);
        honest.forEach((student, got) -> {
            assertThat(got.grading().verdict()).as(student).isEqualTo(Verdict.AC);
            assertThat(got.grading().score().raw()).as(student).isEqualTo(assignment.points());
            assertThat(got.retried()).as(student).isEmpty();
        });
    }

    @Test
    void the_same_submission_earns_the_same_again() {
        assertThat(again.keySet()).isNotEmpty();
        again.forEach((student, second) -> {
            Graded first = requireNonNull(graded.get(student), student);
            // What the attacking part gets may hang on a race of its own making, and then nothing else does.
            int from = racing(student) ? 1 : 0;
            assertThat(points(second).stream().skip(from))
                    .as("%s: %s, then %s", student, first, second)
                    .containsExactlyElementsOf(points(first).stream().skip(from).toList());
        });
    }

    private boolean racing(String student) {
        return cases.stream()
                .filter(one -> one.id().equals(student))
                .allMatch(one -> one.expected().verdict().size() > 1
                        && one.expected().verdict().contains("AC"));
    }

    @Test
    void the_graders_own_memory_threads_and_descriptors_are_as_they_were() {
        OwnLoad.now().assertNotMuchMoreThan(before);
    }

    private List<HostileCase> twice() {
        boolean all = Boolean.getBoolean("assay.hostile.all");
        return IntStream.range(0, cases.size())
                .filter(index -> all || index % ONE_IN == 0)
                .mapToObj(cases::get)
                .toList();
    }

    private static List<Points> points(Graded graded) {
        return graded.grading().parts().stream().map(PartResult::earned).toList();
    }

    private void hold(HostileCase one) throws Exception {
        new CaseHold(assignment, out).hold(one, requireNonNull(graded.get(one.id()), "not graded"));
    }

    /** For people: what each case got, and how long it took. */
    private List<String> summary() {
        return cases.stream()
                .map(one -> one.id() + " " + requireNonNull(graded.get(one.id()), one.id()))
                .toList();
    }
}
