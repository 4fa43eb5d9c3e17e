package assay.runner.run;

import assay.runner.channel.Channel;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/** What of the JVM every code can change for all others, put back before each call. */
final class Surroundings {
    private final Channel channel;
    private final Properties properties = (Properties) System.getProperties().clone();

    Surroundings(Channel channel) {
        this.channel = channel;
    }

    void reset() {
        channel.resetSystemStreams();
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        System.setProperties((Properties) properties.clone());
    }
}
