package assay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import assay.e2e.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each known attack has a case of its number in the corpus, or a test that docs/security.md names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AttackIdsTest {
    private static final Map<String, String> NUMBERS = Map.of(
            "A", "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 26 27 28",
            "B", "01 02 03 04 05 07 08 10 11 12",
            "C", "01 02 03 04 05 06 07 10 11 12 14 15 16 17",
            "D", "01 02 03 04 05 06 07 09 10 12 13 15 16 17",
            "E", "01 02 03 04 06 07 08 10 11 12",
            "F", "01 02 03 04 05 06 08 09 10 11 13 14 15",
            "G", "01 02 03 04 05 06 07 09 10 12",
            "H", "01 02 03 04 05 06 07 08 09 10 11 12 13 15");

    private static final Pattern ROW = Pattern.compile("^\\| ([A-H][0-9]{2}) \\|.*\\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("`([A-Za-z]+)`");
    private static final Pattern CASE = Pattern.compile("([A-H][0-9]{2})-.*");

    private final Map<String, List<String>> tests = new TreeMap<>();

    @BeforeAll
    void read_the_table() throws IOException {
        Matcher rows = ROW.matcher(Files.readString(House.root().resolve("docs/security.md")));
        while (rows.find()) {
            tests.put(
                    rows.group(1),
                    CLASS.matcher(rows.group(2))
                            .results()
                            .map(one -> one.group(1))
                            .toList());
        }
    }

    @Test
    void every_known_attack_has_a_case_or_a_test() {
        Set<String> held = new TreeSet<>(tests.keySet());
        held.addAll(inTheCorpus());

        assertThat(known()).allMatch(held::contains);
    }

    @Test
    void every_test_that_is_named_is_there() throws IOException {
        Set<String> there = testClasses();

        tests.forEach((id, classes) -> assertThat(classes).as(id).isNotEmpty().allMatch(there::contains));
    }

    private static Set<String> known() {
        return NUMBERS.entrySet().stream()
                .flatMap(group -> Stream.of(group.getValue().split(" ", -1)).map(number -> group.getKey() + number))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inTheCorpus() {
        return Corpus.cases().stream()
                .map(one -> CASE.matcher(one.id()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> testClasses() throws IOException {
        Set<String> classes = new TreeSet<>();
        for (String room : List.of("grader/core", "grader/sandbox", "grader/server", "grader/e2e", "docker/runner")) {
            try (Stream<Path> all = Files.walk(House.root().resolve(room).resolve("src/test/java"))) {
                all.map(path -> path.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .map(name -> name.substring(0, name.length() - ".java".length()))
                        .forEach(classes::add);
            }
        }
        return classes;
    }
}
