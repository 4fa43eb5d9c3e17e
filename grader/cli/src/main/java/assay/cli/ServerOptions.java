package assay.cli;

import assay.server.config.ConfigKey;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The flags of {@code assay serve}: one for each key of its configuration, as a test makes sure. */
final class ServerOptions {
    private final Map<ConfigKey, String> flags = new EnumMap<>(ConfigKey.class);

    Map<ConfigKey, String> flags() {
        return Map.copyOf(flags);
    }

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the database, the secrets and the goldens; made where it is not there (default:"
                    + " assay-data).")
    void data(String value) {
        flags.put(ConfigKey.DATA, value);
    }

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen at; 0.0.0.0 for all (default: 127.0.0.1).")
    void host(String value) {
        flags.put(ConfigKey.HOST, value);
    }

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen at; 0 for any that is free (default: 8080).")
    void port(String value) {
        flags.put(ConfigKey.PORT, value);
    }

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "Address as browsers see it; http://HOST:PORT where it is empty.")
    void publicUrl(String value) {
        flags.put(ConfigKey.PUBLIC_URL, value);
    }

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "postgresql://user:password@host/database; a SQLite file in the data folder if empty.")
    void database(String value) {
        flags.put(ConfigKey.DATABASE, value);
    }

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "Submissions that this process grades at a time; 0 leaves grading to assay worker (default: 1).")
    void workers(String value) {
        flags.put(ConfigKey.WORKERS, value);
    }

    @Option(
            names = "--capabilities",
            paramLabel = "LIST",
            description = "What this process's workers have: cpu, or cpu,gpu (default: cpu).")
    void capabilities(String value) {
        flags.put(ConfigKey.CAPABILITIES, value);
    }

    @Option(names = "--max-upload", paramLabel = "MIB", description = "Largest submission, in MiB (default: 20).")
    void maxUpload(String value) {
        flags.put(ConfigKey.MAX_UPLOAD, value);
    }

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "Requests a minute that one person or address may make (default: 600).")
    void requests(String value) {
        flags.put(ConfigKey.REQUESTS, value);
    }

    @Option(
            names = "--trusted-hosts",
            paramLabel = "HOSTS",
            description = "host:port of systems of your own, such as a private Moodle, with commas; may be inside and"
                    + " without TLS.")
    void trustedHosts(String value) {
        flags.put(ConfigKey.TRUSTED_HOSTS, value);
    }

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            description = "Seconds that gradings under way may take to end when the process is stopped (default: 120).")
    void drain(String value) {
        flags.put(ConfigKey.DRAIN, value);
    }

    @Option(
            names = "--jplag",
            paramLabel = "PATH",
            description =
                    "A jar of JPlag 6 with all of it, or a folder of jars; got by Maven when first needed if empty.")
    void jplag(String value) {
        flags.put(ConfigKey.JPLAG, value);
    }

    @Option(
            names = "--log",
            paramLabel = "text|json",
            description = "How to log: text, or json with one object a line (default: text).")
    void log(String value) {
        flags.put(ConfigKey.LOG, value);
    }
}
