package assay.server.config;

import assay.core.domain.DataSize;
import assay.core.yaml.Problem;
import assay.core.yaml.Problems;
import assay.core.yaml.YamlFile;
import assay.core.yaml.YamlObject;
import assay.core.yaml.YamlValue;
import assay.server.store.DatabaseUrl;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts a configuration together: flags win over the environment, that over the file, that over what is standard. */
public final class ConfigReader {
    private static final Set<String> CAPABILITIES = Set.of("cpu", "gpu");
    private static final int MOST_WORKERS = 256;
    private static final int MOST_MEBIBYTES = 1024;
    private static final int MOST_REQUESTS = 1_000_000;
    private static final int MOST_DRAIN = 3600;
    private static final int MOST_PORT = 65_535;

    private final List<String> problems = new ArrayList<>();
    private final Map<ConfigKey, Setting> settings = new EnumMap<>(ConfigKey.class);

    private record Setting(String value, String where) {}

    private ConfigReader() {}

    /**
     * @param file in YAML, one key a line; where there is none, nothing is read
     * @param environment of the process
     * @param flags by key
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // an option of the command line, handed on as it is
    public static ConfigReading read(
            Optional<Path> file, Map<String, String> environment, Map<ConfigKey, String> flags) {
        ConfigReader reader = new ConfigReader();
        file.ifPresent(reader::file);
        reader.environment(environment);
        flags.forEach((key, value) -> reader.settings.put(key, new Setting(value, key.flag())));
        ServerConfig config = reader.config();
        return reader.problems.isEmpty() ? new ConfigReading.Read(config) : new ConfigReading.Invalid(reader.problems);
    }

    private void file(Path path) {
        Problems found = new Problems(path.toString());
        YamlFile.read(path, found).flatMap(file -> file.root().object()).ifPresent(root -> {
            root.allow(ConfigKey.keys());
            Arrays.stream(ConfigKey.values()).forEach(key -> file(root, key, path));
        });
        found.found().stream().map(Problem::toString).forEach(problems::add);
    }

    private void file(YamlObject root, ConfigKey key, Path path) {
        root.optional(key.key())
                .flatMap(YamlValue::raw)
                .ifPresent(value -> settings.put(key, new Setting(value, key.key() + " in " + path)));
    }

    private void environment(Map<String, String> environment) {
        Set<String> unknown = new TreeSet<>(environment.keySet());
        unknown.removeIf(name -> !name.startsWith(ConfigKey.ENVIRONMENT));
        for (ConfigKey key : ConfigKey.values()) {
            unknown.remove(key.variable());
            String value = environment.get(key.variable());
            if (value != null && !value.isEmpty()) {
                settings.put(key, new Setting(value, key.variable()));
            }
        }
        unknown.forEach(name -> problems.add("The environment sets " + name + ", which Assay does not know."));
    }

    private ServerConfig config() {
        Path data = path(ConfigKey.DATA, text(ConfigKey.DATA));
        return new ServerConfig(
                data,
                text(ConfigKey.HOST),
                number(ConfigKey.PORT, 0, MOST_PORT),
                publicUrl(text(ConfigKey.PUBLIC_URL)),
                database(text(ConfigKey.DATABASE), data),
                number(ConfigKey.WORKERS, 0, MOST_WORKERS),
                capabilities(text(ConfigKey.CAPABILITIES)),
                DataSize.ofMebibytes(number(ConfigKey.MAX_UPLOAD, 1, MOST_MEBIBYTES)),
                number(ConfigKey.REQUESTS, 1, MOST_REQUESTS),
                trustedHosts(text(ConfigKey.TRUSTED_HOSTS)),
                Duration.ofSeconds(number(ConfigKey.DRAIN, 0, MOST_DRAIN)),
                Optional.of(text(ConfigKey.JPLAG))
                        .filter(text -> !text.isEmpty())
                        .map(text -> path(ConfigKey.JPLAG, text)),
                json(text(ConfigKey.LOG)));
    }

    private String text(ConfigKey key) {
        Setting setting = settings.get(key);
        return setting == null ? key.standard() : setting.value().strip();
    }

    private void problem(ConfigKey key, String must) {
        Setting setting = settings.get(key);
        problems.add((setting == null ? key.key() : setting.where()) + " must be " + must + ".");
    }

    private int number(ConfigKey key, int least, int most) {
        String text = text(key);
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            problem(key, "a whole number from " + least + " to " + most + ", but is '" + text + "'");
            return least;
        }
        return number;
    }

    private Path path(ConfigKey key, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            problem(key, "a path, but is '" + text + "'");
            return Path.of(key.standard());
        }
    }

    private String publicUrl(String text) {
        boolean fits = text.isEmpty();
        try {
            URI uri = URI.create(text);
            fits |= Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawPath().replace("/", "").isEmpty();
        } catch (IllegalArgumentException e) {
            fits = false;
        }
        if (!fits) {
            problem(ConfigKey.PUBLIC_URL, "an address such as https://assay.example.org, but is '" + text + "'");
        }
        return fits ? text : "";
    }

    /** What is wrong with it is said without its password. */
    private DatabaseUrl database(String text, Path data) {
        try {
            return text.isEmpty() ? DatabaseUrl.ofFile(data.resolve("assay.db")) : DatabaseUrl.parse(text);
        } catch (IllegalArgumentException e) {
            problem(ConfigKey.DATABASE, "an address, but " + e.getMessage());
            return DatabaseUrl.ofFile(data.resolve("assay.db"));
        }
    }

    private Set<String> capabilities(String text) {
        Set<String> words = Set.copyOf(new TreeSet<>(Arrays.asList(text.split("\\s*,\\s*"))));
        if (!CAPABILITIES.containsAll(words)) {
            problem(ConfigKey.CAPABILITIES, "cpu, gpu or both with a comma, but is '" + text + "'");
        }
        return words;
    }

    private Set<String> trustedHosts(String text) {
        Set<String> hosts = new TreeSet<>();
        for (String host : text.isEmpty() ? new String[0] : text.split("\\s*,\\s*")) {
            if (!host.matches("[A-Za-z0-9.-]{1,253}:[1-9][0-9]{0,4}")) {
                problem(
                        ConfigKey.TRUSTED_HOSTS,
                        "host:port with commas, such as moodle.intra:443, but is '" + text + "'");
                return Set.of();
            }
            hosts.add(host.toLowerCase(Locale.ROOT));
        }
        return hosts;
    }

    private boolean json(String text) {
        if (!Set.of("text", "json").contains(text)) {
            problem(ConfigKey.LOG, "text or json, but is '" + text + "'");
        }
        return text.equals("json");
    }
}
