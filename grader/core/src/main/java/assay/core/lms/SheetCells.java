package assay.core.lms;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A CSV file whose cells know where their bytes are, so that one of them can be changed and nothing else: not the byte
 * order mark, not a line end, not a quote. It is scanned as bytes, in which the separators of UTF-8 and of the older
 * one-byte encodings look alike.
 */
final class SheetCells {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /**
     * @param start of its bytes, quotes included
     * @param end behind them
     * @param text what stands in it, as it stands there
     */
    record Cell(int start, int end, boolean quoted, String text) {}

    private final byte[] bytes;
    private final char separator;
    private final Charset charset;
    private final List<List<Cell>> rows = new ArrayList<>();
    private int at;

    private SheetCells(byte[] bytes, char separator, Charset charset) {
        this.bytes = bytes;
        this.separator = separator;
        this.charset = charset;
    }

    /** @throws SheetProblem where it is no CSV */
    static SheetCells parse(byte[] bytes) throws SheetProblem {
        if (bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF) {
            throw new SheetProblem("is in UTF-16; save it as CSV in UTF-8");
        }
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            throw new SheetProblem("is not a CSV file but a spreadsheet or a zip; export it as CSV");
        }
        SheetCells cells = new SheetCells(bytes.clone(), separator(bytes), charset(bytes));
        cells.scan();
        if (cells.rows.isEmpty()) {
            throw new SheetProblem("is empty");
        }
        return cells;
    }

    List<List<Cell>> rows() {
        return List.copyOf(rows);
    }

    char separator() {
        return separator;
    }

    /** A copy in which those cells hold those texts, quoted where they were, or where they have to be. */
    byte[] with(Map<Cell, String> changes) {
        Map<Integer, Map.Entry<Cell, String>> ordered = new TreeMap<>();
        changes.entrySet().forEach(change -> ordered.put(change.getKey().start(), change));
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 64);
        int copied = 0;
        for (Map.Entry<Cell, String> change : ordered.values()) {
            Cell cell = change.getKey();
            out.write(bytes, copied, cell.start() - copied);
            String text = change.getValue();
            boolean quoted = cell.quoted() || text.indexOf(separator) >= 0 || text.indexOf('"') >= 0;
            out.writeBytes((quoted ? '"' + text.replace("\"", "\"\"") + '"' : text).getBytes(charset));
            copied = cell.end();
        }
        out.write(bytes, copied, bytes.length - copied);
        return out.toByteArray();
    }

    private void scan() throws SheetProblem {
        at = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        while (at < bytes.length) {
            List<Cell> row = new ArrayList<>();
            row.add(cell());
            while (at < bytes.length && bytes[at] == separator) {
                at++;
                row.add(cell());
            }
            rows.add(List.copyOf(row));
            if (at < bytes.length && bytes[at] == '\r') {
                at++;
            }
            if (at < bytes.length && bytes[at] == '\n') {
                at++;
            }
        }
    }

    private Cell cell() throws SheetProblem {
        int start = at;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        boolean quoted = at < bytes.length && bytes[at] == '"';
        if (quoted) {
            quotedPart(text);
        }
        while (at < bytes.length && bytes[at] != separator && bytes[at] != '\n' && bytes[at] != '\r') {
            text.write(bytes[at++]);
        }
        return new Cell(start, at, quoted, text.toString(charset));
    }

    private void quotedPart(ByteArrayOutputStream text) throws SheetProblem {
        int opened = at++;
        while (at < bytes.length) {
            if (bytes[at] != '"') {
                text.write(bytes[at++]);
            } else if (at + 1 < bytes.length && bytes[at + 1] == '"') {
                text.write('"');
                at += 2;
            } else {
                at++;
                return;
            }
        }
        throw new SheetProblem("line " + lineOf(opened) + ": a quote is opened and never closed");
    }

    private int lineOf(int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** What stands most often in the first line, outside quotes: the platforms' users choose it. */
    private static char separator(byte[] bytes) {
        int[] counts = new int[128];
        boolean quoted = false;
        for (byte one : bytes) {
            if (one == '\n' && !quoted) {
                break;
            }
            quoted ^= one == '"';
            if (!quoted && one >= 0) {
                counts[one]++;
            }
        }
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = counts[candidate] > counts[best] ? candidate : best;
        }
        return best;
    }

    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException olderThanUnicode) {
            return WINDOWS;
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }
}
