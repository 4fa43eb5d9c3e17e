package assay.runner.run;

import assay.runner.channel.Channel;
import java.util.Locale;
import java.util.Properties;
import java.util.SimpleTimeZone;
import java.util.TimeZone;

/**
 * What of the JVM every code can change for all others, put back before each call where it has been changed: a JVM that
 * has just begun takes ten times as long to put it back as to look.
 */
final class Surroundings {
    /** Not by its name: that reads the rules of all zones. */
    private static final TimeZone UTC = new SimpleTimeZone(0, "UTC");

    private final Channel channel;
    private final Properties properties = (Properties) System.getProperties().clone();
    private final Object[] names = properties.keySet().toArray();
    /** The ones in force, unless a student's code has put others in their place. */
    private Properties ours = System.getProperties();

    Surroundings(Channel channel) {
        this.channel = channel;
    }

    void reset() {
        channel.resetSystemStreams();
        if (!Locale.getDefault().equals(Locale.ROOT)
                || !Locale.getDefault(Locale.Category.DISPLAY).equals(Locale.ROOT)
                || !Locale.getDefault(Locale.Category.FORMAT).equals(Locale.ROOT)) {
            Locale.setDefault(Locale.ROOT);
        }
        TimeZone.setDefault(UTC);
        if (!areOurs(System.getProperties())) {
            ours = (Properties) properties.clone();
            System.setProperties(ours);
        }
    }

    /**
     * Calls no method of what may be in there, or of what it may be: that would be the student's code on our thread. Others
     * with the same entries are not ours: they may have the student's behind them as defaults.
     */
    @SuppressWarnings("ReferenceEquality")
    private boolean areOurs(Properties now) {
        if (now != ours || now.size() != names.length) {
            return false;
        }
        for (Object name : names) {
            if (now.get(name) != properties.get(name)) {
                return false;
            }
        }
        return true;
    }
}
