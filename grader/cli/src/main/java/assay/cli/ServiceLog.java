package assay.cli;

/** How a service logs; to be said before the first line is logged. */
final class ServiceLog {
    private ServiceLog() {}

    static void set(boolean json) {
        System.setProperty("assay.log", json ? "JSON" : "STDERR");
        System.setProperty("assay.log.level", "INFO");
    }
}
