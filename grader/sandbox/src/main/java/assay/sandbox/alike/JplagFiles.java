package assay.sandbox.alike;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Digests;
import assay.core.domain.GraderFault;
import assay.sandbox.files.Trees;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Where JPlag is. It is no part of Assay and does not come with it: either somebody says where it lies, or Maven gets it
 * once, in the version that is known here, file by file of a known sum. Safe for use by several threads.
 */
public final class JplagFiles {
    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies";
    private static final long WITHIN_MINUTES = 10;

    private final Optional<Path> own;
    private final Path maven;
    private final Path cache;

    private JplagFiles(Optional<Path> own, Path maven, Path cache) {
        this.own = own;
        this.maven = requireNonNull(maven, "maven is null");
        this.cache = requireNonNull(cache, "cache is null");
    }

    /**
     * A release of JPlag 6 that somebody has.
     *
     * @param jplag its jar with everything in it, or a folder of jars
     */
    public static JplagFiles at(Path jplag) {
        return new JplagFiles(Optional.of(jplag.toAbsolutePath()), jplag, jplag);
    }

    /**
     * To be had by Maven when it is first needed.
     *
     * @param maven its program, such as {@code mvnw}
     * @param cache where it is kept
     */
    public static JplagFiles fetchedBy(Path maven, Path cache) {
        return new JplagFiles(Optional.empty(), maven, cache.resolve("jplag-" + JplagPart.JPLAG.version()));
    }

    /**
     * The class path.
     *
     * @throws GraderFault where it cannot be had, or is not what it should be
     */
    synchronized String classPath() throws InterruptedException {
        if (own.isPresent()) {
            Path path = own.get();
            if (!Files.exists(path)) {
                throw new GraderFault(GraderFault.Code.STORAGE, "find JPlag", "there is no " + path);
            }
            return Files.isDirectory(path) ? path.resolve("*").toString() : path.toString();
        }
        try {
            if (missing().isPresent()) {
                fetch();
            }
            Optional<String> missing = missing();
            if (missing.isPresent()) {
                throw new GraderFault(GraderFault.Code.STORAGE, "get JPlag", missing.get());
            }
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "get JPlag", e);
        }
        return Arrays.stream(JplagPart.values())
                .map(part -> cache.resolve(part.file()).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What of it is not there as it should be. */
    private Optional<String> missing() throws IOException {
        for (JplagPart part : JplagPart.values()) {
            Path file = cache.resolve(part.file());
            if (!Files.isRegularFile(file)) {
                return Optional.of(part.file() + " is not there");
            }
            try (InputStream in = Files.newInputStream(file)) {
                if (!Digests.of(in).equals(part.sha256())) {
                    return Optional.of(part.file() + " is not the one that is known here");
                }
            }
        }
        return Optional.empty();
    }

    private void fetch() throws IOException, InterruptedException {
        Files.createDirectories(cache);
        Path work = Files.createTempDirectory(cache, "fetch");
        try {
            Path pom = Files.writeString(work.resolve("pom.xml"), JplagPart.pom());
            Path log = work.resolve("log");
            run(pom, work.resolve("jars"), log);
            for (JplagPart part : JplagPart.values()) {
                Path file = work.resolve("jars").resolve(part.file());
                if (!Files.isRegularFile(file)) {
                    throw new GraderFault(GraderFault.Code.STORAGE, "get JPlag by Maven", said(log));
                }
                Files.move(file, cache.resolve(part.file()), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Trees.delete(work);
        }
    }

    private void run(Path pom, Path jars, Path log) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        maven.toString(),
                        "--batch-mode",
                        "--quiet",
                        "--file",
                        pom.toString(),
                        COPY,
                        "-DoutputDirectory=" + jars))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_")); // secrets among them
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            process.waitFor(WITHIN_MINUTES, TimeUnit.MINUTES);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** The first line of Maven's that tells an error. */
    private static String said(Path log) throws IOException {
        return Files.readString(log)
                .lines()
                .filter(line -> line.contains("ERROR"))
                .map(line -> line.replaceFirst("^.*?ERROR]?\\s*", ""))
                .findFirst()
                .orElse("it ended without them");
    }
}
