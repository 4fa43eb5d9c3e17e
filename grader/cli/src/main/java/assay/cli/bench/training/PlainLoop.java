package assay.cli.bench.training;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.core.port.Classes;
import assay.sandbox.train.ImageCounts;
import assay.sandbox.train.TrainerKit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plain way of training: the same steps over DJL's own data set, in a JVM of its own without settings or walls of
 * ours. For code of one's own.
 *
 * @param kit for the class path
 * @param data holds the images, as a trainer sees them
 * @param work an empty folder
 */
public record PlainLoop(Path javaHome, TrainerKit kit, Path data, ImageCounts.Shape images, Path work) {
    private static final String MAIN = "assay.trainer.PlainMain";
    private static final Duration AT_MOST = Duration.ofMinutes(30);

    public PlainLoop {
        requireNonNull(javaHome, "javaHome is null");
        requireNonNull(kit, "kit is null");
        requireNonNull(data, "data is null");
        requireNonNull(images, "images is null");
        requireNonNull(work, "work is null");
    }

    /**
     * Trains for so many epochs.
     *
     * @param task the name of the task's class
     * @return how long the last epoch took, in seconds
     */
    double seconds(Classes classes, String task, int epochs) {
        try {
            write(classes);
            Path said = work.resolve("said");
            Path printed = work.resolve("printed");
            Process process = new ProcessBuilder(command(task, epochs))
                    .redirectOutput(said.toFile())
                    .redirectError(printed.toFile())
                    .start();
            try {
                if (!process.waitFor(AT_MOST.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw fault("it did not end well: " + Files.readString(printed));
                }
            } finally {
                process.destroyForcibly();
            }
            return last(Files.readAllLines(said));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "train the plain way", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fault("it was interrupted");
        }
    }

    /** A student's code may print as well, so the last line that is a number is taken. */
    static double last(List<String> lines) {
        for (String line : lines.reversed()) {
            try {
                return Double.parseDouble(line);
            } catch (NumberFormatException e) {
                continue;
            }
        }
        throw fault("it printed no time");
    }

    private List<String> command(String task, int epochs) {
        List<String> command = new ArrayList<>(List.of(
                javaHome.resolve("bin").resolve("java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                Stream.concat(kit.run().stream(), Stream.of(classFolder()))
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)),
                MAIN,
                data.toString()));
        Stream.of(images.count(), images.channels(), images.height(), images.width(), epochs)
                .map(number -> String.format(Locale.ROOT, "%d", number))
                .forEach(command::add);
        command.add(task);
        return command;
    }

    private void write(Classes classes) throws IOException {
        for (Classes.ClassFile file : classes.files()) {
            Path target = classFolder().resolve(file.name().replace('.', '/') + ".class");
            Files.createDirectories(target.resolveSibling("."));
            Files.write(target, file.bytes());
        }
    }

    private Path classFolder() {
        return work.resolve("classes");
    }

    private static GraderFault fault(String reason) {
        return new GraderFault(GraderFault.Code.SANDBOX, "train the plain way", reason);
    }
}
