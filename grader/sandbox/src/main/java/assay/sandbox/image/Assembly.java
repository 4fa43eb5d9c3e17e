package assay.sandbox.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of RootFs.java. */
final class Assembly {
    private static final long WITHIN_MINUTES = 15;
    private static final int SHOWN = 2000;

    private Assembly() {}

    /**
     * Makes the root file systems, by a JVM of that JDK, since it takes the libraries that it has itself loaded.
     *
     * @param context what a {@link BuildContext} wrote
     * @param out gets a folder for each kind of image
     * @param log gets what is said meanwhile
     */
    static void run(Path home, Path context, Path out, Path log) throws IOException {
        List<String> command = List.of(
                home.resolve("bin").resolve("java").toString(),
                context.resolve("RootFs.java").toString(),
                out.toString(),
                context.toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("JAVA_") || key.startsWith("JDK_"));
        Process process = builder.start();
        try {
            if (!process.waitFor(WITHIN_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("RootFs.java said: " + end(Files.readString(log)));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String end(String text) {
        return text.substring(Math.max(0, text.length() - SHOWN)).strip();
    }
}
