package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.core.domain.SourceFile;
import assay.core.domain.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The plain way of grading: for each submission one {@code docker run}, in which javac compiles it and the JUnit console
 * tests it; green is an exit code of 0.
 */
final class PlainWay {
    private static final Duration AT_MOST = Duration.ofMinutes(2);
    private static final String SOURCES = "/submission";
    private static final String LIST = "sources.txt";

    /** javac makes the folder; exec, so that no shell waits for the JVM. */
    private static final String SCRIPT = "javac -proc:none -d /tmp/classes -cp %s @%s/%s && exec java -jar %s execute"
                    .formatted(PlainImage.SELF_CHECK, SOURCES, LIST, PlainImage.CONSOLE)
            + " --disable-banner --class-path /tmp/classes:%s:%s --select-class %s"
                    .formatted(PlainImage.TESTS, PlainImage.SELF_CHECK, PlainImage.TEST);

    private final DockerCli docker;
    private final String image;
    private final Path folder;

    /** @param folder where the engine, too, finds the sources of the submissions */
    PlainWay(DockerCli docker, PlainImage image, Path folder) {
        this.docker = requireNonNull(docker, "docker is null");
        this.image = image.name();
        this.folder = requireNonNull(folder, "folder is null");
    }

    /** Grades a class, so many at a time; whether each was green, by student. */
    Map<String, Boolean> grade(List<Submission> submissions, int jobs, Walls walls) {
        Map<String, Boolean> green = new ConcurrentHashMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(jobs)) {
            List<Future<?>> futures = new ArrayList<>();
            for (Submission submission : submissions) {
                futures.add(workers.submit(() -> {
                    green.put(submission.student(), isGreen(submission));
                    walls.done();
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
            return Map.copyOf(green);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraderFault(GraderFault.Code.ENGINE, "grade the plain way", "it was interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GraderFault fault
                    ? fault
                    : new GraderFault(GraderFault.Code.ENGINE, "grade the plain way", e);
        }
    }

    boolean isGreen(Submission submission) {
        Path sources = folder.resolve(submission.student());
        write(submission, sources);
        String name = "assay-bench-" + UUID.randomUUID();
        return docker.exitCode(
                        name,
                        AT_MOST,
                        "run",
                        "--rm",
                        "--name=" + name,
                        "--network=none",
                        "--memory=1g",
                        "--cpus=1",
                        "--volume=" + sources.toAbsolutePath() + ":" + SOURCES + ":ro",
                        image,
                        "/bin/sh",
                        "-c",
                        SCRIPT)
                == 0;
    }

    private static void write(Submission submission, Path folder) {
        try {
            SampleClass.writeSources(submission, folder);
            Files.write(
                    folder.resolve(LIST),
                    submission.sources().stream()
                            .map(SourceFile::path)
                            .map(path -> "\"" + SOURCES + "/"
                                    + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                            .toList());
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "write the sources of a submission", e);
        }
    }
}
