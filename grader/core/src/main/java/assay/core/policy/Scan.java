package assay.core.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What reading a submission's class files gave. */
sealed interface Scan {
    /** @param classes by name, in the order in which the compiler gave them */
    record Read(Map<String, ScannedClass> classes) implements Scan {
        public Read {
            classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        }
    }

    /** A file is none that a compiler writes. @param why a sentence to the student */
    record Unreadable(String why) implements Scan {}
}
