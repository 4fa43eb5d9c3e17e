package assay.core.intake;

/** What came of reading a value that a person wrote. */
sealed interface Parsed<T> {
    record Value<T>(T value) implements Parsed<T> {}

    /** @param why ends the sentence "... is not", e.g. {@code 'soon' is not a time} */
    record Bad<T>(String why) implements Parsed<T> {}
}
