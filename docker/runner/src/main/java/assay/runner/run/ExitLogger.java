package assay.runner.run;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Hears of every {@code System.exit} before it ends the JVM: {@link Runtime#exit} tells its logger, on the thread that
 * wants to exit and before it takes any lock. A caller's thread stays there for ever, so that the next call need not wait
 * for another JVM; all others go on to the end.
 *
 * <p>It is registered in sandboxes alone, by {@link #SERVICE}: in a JVM of ours or of a student it would take all loggers.
 */
public final class ExitLogger extends System.LoggerFinder {
    /** The file on a sandbox's class path that names this class. */
    public static final String SERVICE = "META-INF/services/" + System.LoggerFinder.class.getName();

    private static final String OF_EXITS = Runtime.class.getName();

    @Override
    public System.Logger getLogger(String name, Module module) {
        return new Logger(name, name.equals(OF_EXITS) && module.equals(Object.class.getModule()));
    }

    /** @param ofExits whether exits are told to it; else it prints, as loggers do where nothing was set up */
    private record Logger(String name, boolean ofExits) implements System.Logger {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return ofExits
                    ? Thread.currentThread() instanceof CallerThread
                    : level.getSeverity() >= Level.INFO.getSeverity();
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
            if (ofExits && Thread.currentThread() instanceof CallerThread caller) {
                caller.exit();
            } else if (isLoggable(level)) {
                System.err.println(level + ": " + message);
                if (thrown != null) {
                    thrown.printStackTrace();
                }
            }
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object... values) {
            boolean plain = format == null || values == null || values.length == 0;
            log(level, bundle, plain ? format : MessageFormat.format(format, values), (Throwable) null);
        }
    }
}
