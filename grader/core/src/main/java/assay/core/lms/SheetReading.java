package assay.core.lms;

import static java.util.Objects.requireNonNull;

/** What came of reading a teacher's sheet. */
public sealed interface SheetReading {
    record Read(GradeSheet sheet) implements SheetReading {
        public Read {
            requireNonNull(sheet, "sheet is null");
        }
    }

    /** @param problem one sentence, naming the file, and the columns to choose from where it is about them */
    record Invalid(String problem) implements SheetReading {
        public Invalid {
            requireNonNull(problem, "problem is null");
        }
    }
}
