package assay.core.report.text;

import static java.util.Objects.requireNonNull;

/** A stranger's text for a cell of a spreadsheet. Quoting for CSV comes on top and is the writer's. */
public final class SpreadsheetCell {
    /** What makes a spreadsheet take a cell for a formula; the wide ones do in some languages. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetCell() {}

    /** Never a formula, and with every character visible that could deceive, as {@link SafeText#visible} does it. */
    public static String visible(String text) {
        return neutral(SafeText.visible(text));
    }

    /** Never a formula; otherwise to the character what it was, for what is read again. */
    public static String neutral(String text) {
        requireNonNull(text, "text is null");
        return isFormula(text) ? "'" + text : text;
    }

    /** What {@link #neutral} made of it, back again. */
    public static String plain(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
