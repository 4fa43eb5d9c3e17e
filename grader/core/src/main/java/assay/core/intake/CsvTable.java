package assay.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CSV file (RFC 4180) with a header, whose rows know where they stand. Columns come in any order; their names are
 * lower-case here, and cells have no spaces around them.
 *
 * @param problems what is wrong with the file, each naming file and line; rows named here are left out
 */
public record CsvTable(List<Row> rows, List<String> problems) {
    private static final int LARGEST = 8 << 20;

    /** @param at names file and line, e.g. {@code submissions.csv, line 3} */
    public record Row(String at, int line, Map<String, String> cells) {
        public Row {
            cells = Map.copyOf(cells);
        }

        /** Empty if the file has no such column. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    public CsvTable {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** Reads a file; where a column of these is missing, that is a problem. */
    public static CsvTable read(Path file, Set<String> required) {
        String name = Shown.plain(String.valueOf(file.getFileName()));
        byte[] bytes;
        // The teacher's own: a link or a pipe is as good as a file.
        try (InputStream in = Files.newInputStream(file)) {
            bytes = Bytes.read(in, LARGEST, "");
        } catch (IOException unreadable) {
            return unusable(name + " " + Bytes.why(unreadable));
        }
        return switch (SourceText.decode(bytes)) {
            case Parsed.Value<String>(String text) -> new CsvReader(name, text, required).read();
            case Parsed.Bad<String>(String why) -> unusable(name + " is " + why);
        };
    }

    private static CsvTable unusable(String problem) {
        return new CsvTable(List.of(), List.of(problem));
    }
}
