package assay.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.yaml.Problem;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What can go wrong in parts of answers and texts; where a schema can see it, the schema does. */
final class WrittenPartsTest {
    private static final String RIGHT = """
            id: written
            title: Written
            version: 1
            zone: UTC
            deadline: 2026-01-01T00:00:00Z
            late: none
            parts:
              - id: numbers
                title: Numbers
                points: 1.5
                answers:
                  given: { image: [[1, 2], [3, 4]], places: 10 }
                  rows:
                    - { id: a, ask: One?, points: 0.5, expect: 3, within: 1% }
                    - { id: b, ask: Two?, points: 0.5, formula: "a * places", within: 0.5, accept: [31, { value: 32, credit: 50%, because: Nearly. }] }
                    - { id: c, ask: Three?, points: 0.5, expect: yes, visibility: public }
              - id: text
                title: Text
                points: 1
                manual:
                  document: discussion.md
                  rubric:
                    - { id: x, about: Says x., points: 0.4 }
                    - { id: y, about: Says y., points: 0.6 }
            """;

    @TempDir
    private Path scratch;

    @Test
    void what_is_right_is_read() throws IOException {
        assertThat(problems(RIGHT)).isEmpty();
        assertThat(seenBySchema(RIGHT)).isFalse();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            points: 1.5           | points: 2                 | parts[0].answers.rows: the rows have 1.5 points together, but the part has 2 | false
            "a * places"          | "d * places"              | parts[0].answers.rows[1].formula: there is no number or table 'd' given or in an earlier row | false
            "a * places"          | "a *"                     | parts[0].answers.rows[1].formula: a number, a name or a '(' is missing at character 4 of 'a *' | false
            "a * places"          | "a / 0"                   | parts[0].answers.rows[1].formula: has no value: a division by zero, or shapes that do not fit | false
            id: b,                | id: a,                    | parts[0].answers.rows[1].id: the name 'a' is taken | false
            id: b,                | id: B2,                   | parts[0].answers.rows[1].id: must be a name of small letters, digits and '_', such as conv1_parameters, but is 'B2' | true
            expect: 3,            | expect: 3, formula: "1",  | parts[0].answers.rows[0]: must have one of the keys expect, formula | true
            within: 1%            | within: -1                | parts[0].answers.rows[0].within: must not be negative | true
            credit: 50%           | credit: 150%              | parts[0].answers.rows[1].accept[1].credit: must be a percentage from 0% to 100%, such as 15%, but is '150%' | true
            accept: [31           | accept: [[31]             | parts[0].answers.rows[1].accept[0]: must be one number, but is a list | false
            ask: One?, points: 0.5, | ask: One?,              | parts[0].answers.rows: either every row has points, or none has | false
            visibility: public    | visiblity: public         | parts[0].answers.rows[2].visiblity: unknown key; did you mean 'visibility'? | true
            points: 0.6           | points: 0.7               | parts[1].manual.rubric: its items have 1.1 points together, but the part has 1 | false
            discussion.md         | readme.md                 | parts[1].manual.document: must be the name of a Markdown file, such as discussion.md, and not readme.md or statement.md, but is 'readme.md' | false
            discussion.md         | ../../etc/x.md            | parts[1].manual.document: must be the name of a Markdown file, such as discussion.md, and not readme.md or statement.md, but is '../../etc/x.md' | true
            id: y,                | id: x,                    | parts[1].manual.rubric[1].id: the id 'x' is taken by parts[1].manual.rubric[0].id | false
            """)
    void a_mistake_is_named(String right, String wrong, String problem, boolean bySchema) throws IOException {
        String yaml = RIGHT.replace(right, wrong);

        assertThat(yaml).isNotEqualTo(RIGHT);
        assertThat(problems(yaml).stream().map(found -> found.key() + ": " + found.message()))
                .contains(problem);
        assertThat(seenBySchema(yaml)).isEqualTo(bySchema);
    }

    private List<Problem> problems(String yaml) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("written"));
        Files.writeString(folder.resolve("assignment.yaml"), yaml);
        return new AssignmentReader(Map.of()).read(folder) instanceof AssignmentReading.Invalid invalid
                ? invalid.problems()
                : List.of();
    }

    private static boolean seenBySchema(String yaml) throws IOException {
        try (InputStream in = AssignmentReader.class.getResourceAsStream(AssignmentReader.SCHEMA)) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JsonMapper.shared().readTree(in));
            return !schema.validate(YAMLMapper.shared().readTree(yaml)).isEmpty();
        }
    }
}
