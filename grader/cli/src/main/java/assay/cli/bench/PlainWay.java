package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.core.domain.SourceFile;
import assay.core.domain.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The plain way of grading: for each submission one {@code docker run}, in which javac compiles it and the JUnit console
 * tests it; green is an exit code of 0.
 */
final class PlainWay implements Way {
    private static final Duration AT_MOST = Duration.ofMinutes(2);
    private static final String SOURCES = "/submission";
    private static final String LIST = "sources.txt";

    /** javac makes the folder; exec, so that no shell waits for the JVM. */
    private static final String SCRIPT = "javac -proc:none -d /tmp/classes -cp %s @%s/%s && exec java -jar %s execute"
                    .formatted(PlainImage.SELF_CHECK, SOURCES, LIST, PlainImage.CONSOLE)
            + " --disable-banner --class-path /tmp/classes:%s:%s --select-class %s"
                    .formatted(PlainImage.TESTS, PlainImage.SELF_CHECK, PlainImage.TEST);

    private final DockerCli docker;
    private final StarterContents contents;
    private final int atMost;
    private final Path folder;
    private final Map<String, Boolean> green = new ConcurrentHashMap<>();
    private Optional<PlainImage> image = Optional.empty();

    /** @param folder where the engine, too, finds the sources of the submissions */
    PlainWay(DockerCli docker, StarterContents contents, int atMost, Path folder) {
        this.docker = requireNonNull(docker, "docker is null");
        this.contents = requireNonNull(contents, "contents is null");
        this.atMost = atMost;
        this.folder = requireNonNull(folder, "folder is null");
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public int cases() {
        return contents.cases();
    }

    @Override
    public int atMost() {
        return atMost;
    }

    @Override
    public void prepare() {
        if (!docker.isInstalled()) {
            throw new GraderFault(
                    GraderFault.Code.ENGINE,
                    "grade the plain way",
                    "there is no docker command; on Debian and Ubuntu it is in the package docker.io or docker-cli");
        }
        image = Optional.of(PlainImage.build(docker, contents));
    }

    @Override
    public void grade(List<Submission> submissions, int jobs, Walls walls) {
        Parallel.each(submissions, jobs, submission -> {
            green.put(submission.student(), isGreen(submission));
            walls.done();
        });
    }

    /** Of all that were graded so, whether they were green. */
    Map<String, Boolean> green() {
        return Map.copyOf(green);
    }

    @Override
    public void close() {
        image.ifPresent(PlainImage::close);
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
                        image.orElseThrow().name(),
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
