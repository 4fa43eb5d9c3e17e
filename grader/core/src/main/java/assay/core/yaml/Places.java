package assay.core.yaml;

/** Lines and columns. */
final class Places {
    private Places() {}

    /** Where the character at {@code index} stands. */
    static YamlNode.Position of(CharSequence text, int index) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(index, text.length()); i++) {
            boolean newLine = text.charAt(i) == '\n';
            line = newLine ? line + 1 : line;
            column = newLine ? 1 : column + 1;
        }
        return new YamlNode.Position(line, column);
    }
}
