package assay.sandbox.image;

import assay.sandbox.engine.Engine;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An image with the JDK that runs this and the C libraries that it needs, to stand in for a public one. */
public final class LocalBase {
    private static final String DOCKERFILE = """
            FROM scratch
            COPY root/ /
            ENV PATH=/opt/jdk/bin
            """;

    private LocalBase() {}

    /** Its name; built unless it is there. */
    public static String ensure(Engine engine, Path work) {
        String name = "assay-test-base:" + Runtime.version().toString().replace('+', '-');
        try {
            engine.client().inspectImageCmd(name).exec();
        } catch (NotFoundException e) {
            build(engine, work, name);
        }
        return name;
    }

    private static void build(Engine engine, Path work, String name) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(work), "base");
            copyTree(Path.of(System.getProperty("java.home")), folder.resolve("root/opt/jdk"));
            for (Path library : libraries()) {
                copy(library, folder.resolve("root" + library));
            }
            Files.writeString(folder.resolve("Dockerfile"), DOCKERFILE);
            Path tar = folder.resolveSibling(folder.getFileName() + ".tar");
            try (TarFile out = TarFile.create(tar)) {
                out.addTree(folder, "");
            }
            try (InputStream in = Files.newInputStream(tar);
                    BuildImageResultCallback built = new BuildImageResultCallback()) {
                engine.client()
                        .buildImageCmd(in)
                        .withTags(Set.of(name))
                        .exec(built)
                        .awaitImageId();
            }
            Files.delete(tar);
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the tools of a JDK load, under the names by which they ask for them. */
    private static List<Path> libraries() throws IOException {
        List<String> folders = List.of("/lib64", "/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu", "/lib");
        List<String> names = List.of(
                "ld-linux-x86-64.so.2",
                "ld-linux-aarch64.so.1",
                "libc.so.6",
                "libm.so.6",
                "libdl.so.2",
                "libpthread.so.0",
                "librt.so.1",
                "libz.so.1");
        return folders.stream()
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::exists)
                .toList();
    }

    /** Debian's packages keep some of a JDK's files elsewhere, behind links. */
    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
