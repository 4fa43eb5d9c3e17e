package assay.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What students and courses' systems write as text, damaged at random: it is read or refused, and nothing else. */
@Tag("slow")
class TextMutationTest {
    private static final int INPUTS = Integer.getInteger("assay.fuzz.inputs", 200_000);
    /** Another one makes other inputs: for long runs by hand. */
    private static final long OTHER = Long.getLong("assay.fuzz.seed", 0);

    private static final int LONGEST = 2_000;

    private static final List<String> YAML = List.of(
            "submitted_at: 2022-09-19T21:14:03+08:00\nextension: P2D\n",
            "# handed in\n---\nsubmitted_at: '2022-09-19T21:14:03.123Z'\nother: {a: [1, 2], b: *x}\n...\n",
            "\"submitted_at\": !!timestamp 2022-09-19T13:14:03Z\n"
                    + "extension: >-\n"
                    + "  2022-10-01T00:00:00Z\n"
                    + "note: &x |\n"
                    + "  text\n",
            "submitted_at: 2022-09-19T21:14:03Z\nother: {key: {key: {a, a, a}}, list: [*a, !t x, *a, {b: *a, b}]}\n");
    private static final List<String> YAML_WORDS = List.of(
            "- ",
            ": ",
            "\n",
            "\n  ",
            "\t",
            "[",
            "]",
            "{",
            "}",
            "*a",
            "&a ",
            "!!java.net.URL ",
            "<<: *a",
            "? ",
            "|\n",
            ">\n",
            "'",
            "\"",
            "#",
            "%YAML 9.9\n",
            "%TAG ! tag:x,2000:\n",
            "---\n",
            "...\n",
            "\\x0",
            "\\u12",
            "~",
            "null",
            "1e400",
            "0x7fffffffffffffff",
            "submitted_at",
            "extension: ",
            "P999999999D",
            "+18:01",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\ud800");

    private static final List<String> CSV = List.of(
            "student,submitted_at,extension\r\n"
                    + "amara-okafor,2022-09-19T21:14:03+08:00,\r\n"
                    + "chen-wei,2022-09-20T08:00:00+08:00,P2D\r\n",
            "extension,student,submitted_at,note\n"
                    + "2022-10-01T00:00:00Z,\"Doe, Jane \"\"J\"\"\",2022-09-19T13:14:03Z,\"two\n"
                    + "lines\"\n\n",
            "student,submitted_at\rzoe,2022-09-19T13:14:03Z\r");
    private static final List<String> CSV_WORDS = List.of(
            ",",
            ";",
            "\t",
            "\"",
            "\"\"",
            "\n",
            "\r",
            "\r\n",
            "student",
            "submitted_at",
            "extension",
            "=HYPERLINK(1)",
            "\0",
            "\ufeff",
            "é",
            "P2D",
            "-P1D",
            "2022-02-30T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "\u202e",
            "../..",
            "CON",
            " ",
            "\ud800");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 2022)
    void a_damaged_submission_yaml_is_read_or_refused(long first) {
        long seed = first + OTHER;
        Mutator mutator = new Mutator(seed, YAML, YAML_WORDS);
        int[] outcomes = new int[2];
        for (int input = 0; input < INPUTS; input++) {
            byte[] bytes = mutator.next();
            outcomes[isRead(bytes, seed, input) ? 1 : 0]++;
        }
        assertThat(Arrays.stream(outcomes).min().orElseThrow()).isGreaterThan(INPUTS / 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 2023)
    void a_damaged_list_of_submissions_is_read_or_has_problems(long first) {
        long seed = first + OTHER;
        Mutator mutator = new Mutator(seed, CSV, CSV_WORDS);
        int[] outcomes = new int[2];
        for (int input = 0; input < INPUTS; input++) {
            byte[] bytes = mutator.next();
            try {
                outcomes[problemsOf(bytes).isEmpty() ? 1 : 0]++;
            } catch (RuntimeException | StackOverflowError bug) {
                throw broken(bytes, seed, input, bug);
            }
        }
        assertThat(Arrays.stream(outcomes).min().orElseThrow()).isGreaterThan(INPUTS / 100);
    }

    private static boolean isRead(byte[] bytes, long seed, int input) {
        try {
            return SubmissionYaml.read(bytes).submittedAt() != null;
        } catch (Refusal refusal) {
            assertThat(refusal.reason()).isNotBlank().hasSizeLessThan(LONGEST);
            return false;
        } catch (RuntimeException | StackOverflowError bug) {
            throw broken(bytes, seed, input, bug);
        }
    }

    private static List<String> problemsOf(byte[] bytes) {
        return switch (SourceText.decode(bytes)) {
            case Parsed.Bad<String>(String why) -> List.of(why);
            case Parsed.Value<String>(String text) ->
                StudentTable.submissions(new CsvReader("list.csv", text, Set.of("student", "submitted_at")).read())
                        .problems();
        };
    }

    private static AssertionError broken(byte[] bytes, long seed, int input, Throwable bug) {
        return new AssertionError(
                "seed %d, input %d: %s".formatted(seed, input, new String(bytes, StandardCharsets.ISO_8859_1)), bug);
    }
}
