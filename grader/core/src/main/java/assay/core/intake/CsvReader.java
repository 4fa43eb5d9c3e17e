package assay.core.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one {@link CsvTable}. */
final class CsvReader {
    private final String name;
    private final String text;
    private final Set<String> required;
    private final List<CsvTable.Row> rows = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int lines = 1;
    private int counted;

    CsvReader(String name, String text, Set<String> required) {
        this.name = name;
        this.text = text;
        this.required = Set.copyOf(required);
    }

    CsvTable read() {
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            readAll(parser);
        } catch (IOException closing) {
            problems.add(name + " cannot be read: " + closing.getMessage());
        }
        return new CsvTable(rows, problems);
    }

    private void readAll(CSVParser parser) {
        Iterator<CSVRecord> records = parser.iterator();
        List<String> header = List.of();
        long line = 1;
        try {
            while (records.hasNext() && (problems.isEmpty() || !header.isEmpty())) {
                CSVRecord csvRecord = records.next();
                line = parser.getCurrentLineNumber() + 1;
                if (header.isEmpty()) {
                    header = header(csvRecord);
                } else {
                    addRow(header, csvRecord);
                }
            }
        } catch (UncheckedIOException quotes) {
            problems.add("%s, line %d: the quotes of a cell do not match.".formatted(name, line));
        }
        if (header.isEmpty() && problems.isEmpty()) {
            problems.add(name + " is empty; its first line names the columns: " + wanted() + ".");
        }
    }

    private List<String> header(CSVRecord csvRecord) {
        List<String> header = csvRecord.stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        int line = lineOf(csvRecord);
        for (String column : required.stream().sorted().toList()) {
            long times = header.stream().filter(column::equals).count();
            if (times != 1) {
                String found = times == 0 ? "has no column " + column : "has the column " + column + " twice";
                problems.add("%s, line %d: the header %s; it needs %s.".formatted(name, line, found, wanted()));
            }
        }
        return problems.isEmpty() ? header : List.of();
    }

    private void addRow(List<String> header, CSVRecord csvRecord) {
        int line = lineOf(csvRecord);
        String at = name + ", line " + line;
        if (csvRecord.size() > header.size()) {
            problems.add("%s: %d cells under a header of %d; quote a cell that holds a comma."
                    .formatted(at, csvRecord.size(), header.size()));
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int column = 0; column < csvRecord.size(); column++) {
            cells.put(header.get(column), csvRecord.get(column).strip());
        }
        if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
            rows.add(new CsvTable.Row(at, line, cells));
        }
    }

    /** Records come in order, so each line end is counted once. The parser puts empty lines before the next record. */
    private int lineOf(CSVRecord csvRecord) {
        int start = Math.toIntExact(csvRecord.getCharacterPosition());
        while (start < text.length() && isLineEnd(start)) {
            start++;
        }
        while (counted < start) {
            boolean half =
                    text.charAt(counted) == '\r' && counted + 1 < text.length() && text.charAt(counted + 1) == '\n';
            if (isLineEnd(counted) && !half) {
                lines++;
            }
            counted++;
        }
        return lines;
    }

    private boolean isLineEnd(int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private String wanted() {
        return String.join(", ", required.stream().sorted().toList());
    }
}
