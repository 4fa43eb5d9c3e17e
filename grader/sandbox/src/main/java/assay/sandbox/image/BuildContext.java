package assay.sandbox.image;

import assay.core.domain.Digests;
import assay.core.domain.GraderFault;
import assay.kernels.Tensor;
import assay.runner.run.ExitLogger;
import assay.runner.run.RunMain;
import assay.sandbox.jail.CodeSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that goes into the images but Java itself, by file name: the recipes, our jars, and the frames to train on. */
final class BuildContext {
    static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final SortedMap<String, byte[]> files;

    private BuildContext(Map<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static BuildContext ofThisProgram() {
        try {
            return new BuildContext(Map.of(
                    "RootFs.java", resource("RootFs.java"),
                    "Dockerfile", resource("Dockerfile"),
                    "Dockerfile.local", resource("Dockerfile.local"),
                    "runner.jar", runner(),
                    "kernels.jar", DeterministicJar.of(CodeSource.of(Tensor.class)),
                    "run.frames", TrainingFrames.ofRunner(),
                    "compile.frames", TrainingFrames.ofCompiler()));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "gather what goes into the sandbox images", e);
        }
    }

    /** What hears of exits is registered in sandboxes alone: see {@link ExitLogger}. */
    private static byte[] runner() throws IOException {
        return DeterministicJar.of(
                CodeSource.of(RunMain.class), new TreeMap<>(Map.of(ExitLogger.SERVICE, ExitLogger.class.getName())));
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    /** Over names, contents and whatever else the images depend on. */
    String digest(String rest) {
        Stream<String> contents =
                files.entrySet().stream().flatMap(file -> Stream.of(file.getKey(), Digests.of(file.getValue())));
        return Digests.ofFields(Stream.concat(contents, Stream.of(rest)).toList());
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = Files.write(folder.resolve(file.getKey()), file.getValue());
            Files.setLastModifiedTime(path, TIME); // the JVM knows its jars by size and time
        }
    }

    static byte[] resource(String name) {
        try (InputStream in = BuildContext.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
