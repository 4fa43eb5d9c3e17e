package assay.core.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A student's class as its file says.
 *
 * @param name e.g. {@code student.Conv$1}
 * @param source name of its source file; empty if it does not say
 * @param supertypes superclass and interfaces
 * @param bySignature its methods by name and descriptor
 */
record ScannedClass(String name, String source, List<String> supertypes, Map<String, ScannedMethod> bySignature) {
    ScannedClass {
        supertypes = List.copyOf(supertypes);
        bySignature = Collections.unmodifiableMap(new LinkedHashMap<>(bySignature));
    }

    Collection<ScannedMethod> methods() {
        return bySignature.values();
    }

    /** As with its methods. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
