package assay.core.policy;

import assay.core.assignment.ForbiddenUse;

/**
 * A forbidden use, and where.
 *
 * @param method as shown, and capped; empty where the class as a whole is meant
 * @param source file name; empty if unknown
 * @param line from 1; 0 if unknown
 * @param what e.g. {@code java.lang.Runtime.exec}, capped
 */
record Finding(String className, String method, String source, int line, String what, ForbiddenUse rule) {
    private static final int NAME_CAP = 100;

    Finding {
        method = capped(method);
        what = capped(what);
    }

    /** Where and what, to the student: {@code student.Conv.conv2d (Conv.java:31) uses java.lang.Runtime.exec}. */
    String text() {
        String place = method.isEmpty() ? "" : method.startsWith("the ") ? " (" + method + ")" : "." + method;
        String at = source.isEmpty() ? "" : " (" + capped(source) + (line > 0 ? ":" + line : "") + ")";
        return capped(className) + place + at + " uses " + what;
    }

    static String place(ScannedMethod method) {
        String name = method.shownName();
        return capped(method.owner()) + (name.startsWith("the ") ? " (" + name + ")" : "." + capped(name));
    }

    private static String capped(String name) {
        return name.length() <= NAME_CAP ? name : name.substring(0, NAME_CAP) + "…";
    }
}
