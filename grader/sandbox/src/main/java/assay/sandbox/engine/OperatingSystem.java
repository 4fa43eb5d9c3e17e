package assay.sandbox.engine;

/** The kinds of machine that differ in how an engine comes on them. */
enum OperatingSystem {
    LINUX,
    MAC,
    WINDOWS,
    OTHER;

    static OperatingSystem current() {
        return named(System.getProperty("os.name"));
    }

    /** By Java's property {@code os.name}. */
    static OperatingSystem named(String name) {
        if (name.equals("Linux")) {
            return LINUX;
        }
        if (name.startsWith("Mac")) {
            return MAC;
        }
        return name.startsWith("Windows") ? WINDOWS : OTHER;
    }
}
