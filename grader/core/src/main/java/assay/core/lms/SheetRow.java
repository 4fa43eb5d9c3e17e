package assay.core.lms;

import static java.util.Objects.requireNonNull;

import assay.core.lms.SheetCells.Cell;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One person in a teacher's sheet.
 *
 * @param id the platform's number
 * @param identity the cells that say who it is, as they stand there
 * @param grade where the grade goes
 * @param submittedAt where the sheet says it in a form that can be read
 */
record SheetRow(String id, List<String> identity, Cell grade, Optional<Instant> submittedAt) {
    SheetRow {
        requireNonNull(id, "id is null");
        requireNonNull(grade, "grade is null");
        requireNonNull(submittedAt, "submittedAt is null");
        identity = List.copyOf(identity);
    }

    /** Whether a name as a file bears it can be this person's. */
    boolean isNamed(String name) {
        return PersonNames.match(identity, name);
    }

    /** Whether one of the cells says exactly this, a student number or an address. */
    boolean isIdentified(String identifier) {
        return !identifier.isBlank()
                && identity.stream().anyMatch(cell -> cell.strip().equalsIgnoreCase(identifier.strip()));
    }

    /** For a message. */
    String shown() {
        return identity.stream().filter(cell -> !cell.isBlank()).findFirst().orElse(id);
    }
}
