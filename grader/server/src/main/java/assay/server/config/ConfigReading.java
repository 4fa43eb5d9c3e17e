package assay.server.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What came of reading a configuration. */
public sealed interface ConfigReading {
    /** It can be used. */
    record Read(ServerConfig config) implements ConfigReading {
        public Read {
            requireNonNull(config, "config is null");
        }
    }

    /** @param problems all that were found, each a sentence that names the key and where it is set */
    record Invalid(List<String> problems) implements ConfigReading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
