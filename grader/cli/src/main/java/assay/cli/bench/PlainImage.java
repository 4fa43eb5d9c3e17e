package assay.cli.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The image of the plain way: the installed JDK with its C libraries and a shell, the JUnit console, and the tests of the
 * starter, which carry the public goldens. Made without a registry, and removed when closed.
 */
final class PlainImage implements AutoCloseable {
    static final String CONSOLE = "/grader/junit-console.jar";
    static final String SELF_CHECK = "/grader/selfcheck.jar";
    static final String TESTS = "/grader/tests";
    static final String TEST = "SelfCheckTest";

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final Path SHELL = Path.of("/bin/sh");

    private final DockerCli docker;
    private final String name;

    private PlainImage(DockerCli docker, String name) {
        this.docker = docker;
        this.name = name;
    }

    static PlainImage build(DockerCli docker, StarterContents contents) {
        String name = "assay-bench-plain:" + ProcessHandle.current().pid();
        docker.order(out -> write(contents, out), "import", "--change", "ENV PATH=/jdk/bin", "-", name);
        return new PlainImage(docker, name);
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        docker.order(_ -> {}, "rmi", name);
    }

    private static void write(StarterContents contents, OutputStream out) throws IOException {
        try (RootTar tar = new RootTar(out)) {
            tar.temporaryFolder();
            tar.file(SHELL, "bin/sh");
            tar.tree(
                    JAVA_HOME,
                    "jdk",
                    file -> Stream.of("jmods", "man", "demo", "lib/src.zip").noneMatch(file::startsWith));
            for (Path program : List.of(
                    SHELL,
                    JAVA_HOME.resolve("bin/java"),
                    JAVA_HOME.resolve("lib/server/libjvm.so"),
                    JAVA_HOME.resolve("lib/libzip.so"),
                    JAVA_HOME.resolve("lib/libnio.so"))) {
                for (Path library : SharedLibraries.of(program)) {
                    if (!library.startsWith(JAVA_HOME)) {
                        tar.file(library, library.toString().substring(1));
                    }
                }
            }
            tar.file(contents.console(), CONSOLE.substring(1));
            tar.file(contents.selfCheck(), SELF_CHECK.substring(1));
            tar.tree(contents.tests(), TESTS.substring(1), _ -> true);
        }
    }
}
