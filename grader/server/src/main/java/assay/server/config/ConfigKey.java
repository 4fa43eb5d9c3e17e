package assay.server.config;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything about a server that can be set; docs/server.md holds this table, and a test compares them. */
public enum ConfigKey {
    DATA("data", "assay-data", "Folder of the database, the secrets and the goldens; made where it is not there."),
    HOST("host", "127.0.0.1", "Address to listen at; 0.0.0.0 for all."),
    PORT("port", "8080", "Port to listen at; 0 for any that is free."),
    PUBLIC_URL("public-url", "", "Address as browsers see it; http://HOST:PORT where it is empty."),
    DATABASE("database", "", "postgresql://user:password@host/database; a SQLite file in the data folder if empty."),
    WORKERS("workers", "1", "Submissions that this process grades at a time; 0 leaves grading to assay worker."),
    CAPABILITIES("capabilities", "cpu", "What this process's workers have: cpu, or cpu,gpu."),
    MAX_UPLOAD("max-upload", "20", "Largest submission, in MiB."),
    REQUESTS("requests", "600", "Requests a minute that one person or address may make."),
    TRUSTED_HOSTS(
            "trusted-hosts",
            "",
            "host:port of systems of your own, such as a private Moodle, with commas; may be inside and without TLS."),
    DRAIN("drain", "120", "Seconds that gradings under way may take to end when the process is stopped."),
    JPLAG(
            "jplag",
            "",
            "A jar of JPlag 6 with all of it, or a folder of jars; got by Maven when first needed if empty."),
    LOG("log", "text", "How to log: text, or json with one object a line.");

    static final String ENVIRONMENT = "ASSAY_SERVE_";

    private final String key;
    private final String standard;
    private final String meaning;

    ConfigKey(String key, String standard, String meaning) {
        this.key = key;
        this.standard = standard;
        this.meaning = meaning;
    }

    /** As it is written in the file. */
    public String key() {
        return key;
    }

    /** As an option of the command line. */
    public String flag() {
        return "--" + key;
    }

    /** As a variable of the environment. */
    public String variable() {
        return ENVIRONMENT + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** What holds where nothing is said. */
    public String standard() {
        return standard;
    }

    public String meaning() {
        return meaning;
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(ConfigKey::key).toList();
    }

    public static Optional<ConfigKey> of(String key) {
        requireNonNull(key, "key is null");
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }
}
