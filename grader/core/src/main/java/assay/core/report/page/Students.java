package assay.core.report.page;

import static java.util.Objects.requireNonNull;

import java.util.function.UnaryOperator;

/**
 * What a page of a class says of each student, by their id.
 *
 * @param name what they are called
 * @param page the address of their page, relative to the page of the class
 * @param record the address of their full record
 */
public record Students(UnaryOperator<String> name, UnaryOperator<String> page, UnaryOperator<String> record) {
    public Students {
        requireNonNull(name, "name is null");
        requireNonNull(page, "page is null");
        requireNonNull(record, "record is null");
    }
}
