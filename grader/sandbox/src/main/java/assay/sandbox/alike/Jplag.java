package assay.sandbox.alike;

import static java.util.Objects.requireNonNull;

import assay.core.alike.Comparer;
import assay.core.alike.Comparison;
import assay.core.alike.Work;
import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.core.domain.SourceFile;
import assay.sandbox.files.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * JPlag in a process of its own, with so much memory and time and no environment. What it does not come through is told,
 * and stays in its folder, which is deleted.
 */
public final class Jplag implements Comparer {
    private static final int MOST_PAIRS = 500;
    private static final int MOST_STRETCHES = 200;
    private static final int MOST_OUTPUT = 64 << 20;
    private static final int MOST_SAID = 300;
    private static final int OUT_OF_MEMORY = 3;
    private static final String PROGRAM = "Compare.java";

    private final JplagFiles files;
    private final DataSize memory;
    private final Duration atMost;

    public Jplag(JplagFiles files) {
        this(files, DataSize.ofMebibytes(1024), Duration.ofMinutes(15));
    }

    Jplag(JplagFiles files, DataSize memory, Duration atMost) {
        this.files = requireNonNull(files, "files is null");
        this.memory = requireNonNull(memory, "memory is null");
        this.atMost = requireNonNull(atMost, "atMost is null");
    }

    @Override
    public Comparison compare(Iterable<Work> works, List<SourceFile> given) throws InterruptedException {
        try {
            String classPath = files.classPath();
            Path folder = Files.createTempDirectory("assay-alike");
            try {
                return compare(folder, classPath, Layout.of(folder, works, given));
            } finally {
                Trees.delete(folder);
            }
        } catch (GraderFault e) {
            return new Comparison.Failed(e.explanation() + ".");
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "lay out submissions for JPlag", e);
        }
    }

    private Comparison compare(Path folder, String classPath, Layout layout) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command(folder, classPath, layout))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear(); // the database's password is in ours
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Comparison.Failed("JPlag was not done within " + atMost.toMinutes() + " minutes.");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        if (process.exitValue() == OUT_OF_MEMORY) {
            return new Comparison.Failed("JPlag needs more memory than " + (memory.bytes() >> 20) + " MiB.");
        }
        if (process.exitValue() != 0) {
            return new Comparison.Failed("JPlag ended with " + process.exitValue() + ": " + said(err));
        }
        Optional<Comparison.Compared> compared =
                Files.size(out) > MOST_OUTPUT ? Optional.empty() : Findings.of(Files.readAllLines(out), layout);
        return compared.isPresent() ? compared.get() : new Comparison.Failed("What JPlag found cannot be read.");
    }

    private List<String> command(Path folder, String classPath, Layout layout) throws IOException {
        Path program = folder.resolve(PROGRAM);
        try (InputStream in = requireNonNull(Jplag.class.getResourceAsStream(PROGRAM), PROGRAM)) {
            Files.copy(in, program);
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (memory.bytes() >> 20) + "m",
                "-Xss16m", // of JPlag's own threads; the program leaves out what needs more than a quarter of it
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath,
                program.toString(),
                layout.works().toString(),
                layout.given().map(Path::toString).orElse("-"),
                Integer.toString(MOST_PAIRS),
                Integer.toString(MOST_STRETCHES));
    }

    private static String said(Path err) throws IOException {
        try (InputStream in = Files.newInputStream(err)) {
            String text = new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8);
            String line = text.lines()
                    .filter(one -> !one.startsWith("SLF4J(") && !one.isBlank())
                    .findFirst()
                    .orElse("it said nothing");
            return line.length() > MOST_SAID ? line.substring(0, MOST_SAID) : line;
        }
    }
}
