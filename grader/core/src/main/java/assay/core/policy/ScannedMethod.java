package assay.core.policy;

import java.util.List;

/**
 * A method of a student's class.
 *
 * @param signature its name and descriptor
 * @param isFixed whether no other method can be meant by a call of it: static, private or a constructor
 * @param uses in the order of the code, each entry of the pool once
 */
record ScannedMethod(String owner, String name, String signature, boolean isFixed, List<Use> uses) {
    ScannedMethod {
        uses = List.copyOf(uses);
    }

    /** There is one of each; comparing all that it names would take long. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** As the student wrote it: javac gives the body of a lambda a method of its own. */
    String shownName() {
        String[] parts = name.split("\\$", 4);
        boolean lambda = parts.length == 3 && parts[0].equals("lambda");
        return switch (lambda ? parts[1] : name) {
            case "<init>", "new" -> "the constructor";
            case "<clinit>", "static" -> "the static initialiser";
            case String method -> method;
        };
    }
}
