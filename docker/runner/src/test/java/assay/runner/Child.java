package assay.runner;

import assay.kernels.Tensor;
import assay.runner.compile.CompileMain;
import assay.runner.frame.ClassFile;
import assay.runner.frame.Frame;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FrameWriter;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.FromRunner;
import assay.runner.frame.Hello;
import assay.runner.frame.MalformedFrameException;
import assay.runner.frame.Ready;
import assay.runner.frame.ToCompiler;
import assay.runner.run.ExitLogger;
import assay.runner.run.RunMain;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A compiler or a runner as a real process, with the test as its host.
 *
 * @param <F> what the process answers
 */
public final class Child<F extends Frame> implements AutoCloseable {
    private static final long NONCE = 0x1234_5678_9abc_def0L;
    private static final int MAX_OUTPUT = 64 * 1024 * 1024;

    /** Made once: a runner reads what it holds when it first exits, and other tests start theirs meanwhile. */
    private static final Path SERVICES = services();

    private final Process process;
    private final FrameWriter writer;
    private final FrameReader<F> reader;
    private final CompletableFuture<String> printed;

    private Child(Process process, FrameReader<F> reader) {
        this.process = process;
        this.writer = new FrameWriter(process.getOutputStream(), NONCE);
        this.reader = reader;
        this.printed = CompletableFuture.supplyAsync(
                () -> textOf(process.getErrorStream()),
                task -> Thread.ofVirtual().start(task));
    }

    /** A compiler against the kernels, that has said that it is ready. */
    public static Child<FromCompiler> compiler(String... jvmArguments) throws Exception {
        return compiler(new File(".").toPath(), kernels().toString(), jvmArguments);
    }

    /** A compiler in that folder, with that on its class path instead of the kernels. */
    public static Child<FromCompiler> compiler(Path folder, String classPath, String... jvmArguments) throws Exception {
        Process process = start(folder, CompileMain.class, List.of(classPath), jvmArguments);
        return greeted(new Child<>(process, FrameReader.fromCompiler(process.getInputStream(), NONCE)));
    }

    /** A runner that has said that it is ready. */
    public static Child<FromRunner> runner(String... jvmArguments) throws Exception {
        String[] all = Arrays.copyOf(jvmArguments, jvmArguments.length + 1);
        all[jvmArguments.length] = "--limit-modules=java.base";
        Process process = start(new File(".").toPath(), RunMain.class, List.of(), all);
        return greeted(new Child<>(process, FrameReader.fromRunner(process.getInputStream(), NONCE, MAX_OUTPUT)));
    }

    /** The class files of sources without errors. */
    public static List<ClassFile> compiled(Child<FromCompiler> compiler, ToCompiler.Source... sources)
            throws Exception {
        return switch (compiler.ask(new ToCompiler.Compile(List.of(sources)))) {
            case FromCompiler.Compiled compiled -> compiled.classes();
            case FromCompiler.Rejected rejected -> throw new AssertionError(rejected);
            case Ready() -> throw new AssertionError("ready");
        };
    }

    public F ask(Frame frame) throws IOException, MalformedFrameException {
        say(frame);
        return reader.read();
    }

    public void say(Frame frame) throws IOException {
        writer.write(frame);
    }

    public F hear() throws IOException, MalformedFrameException {
        return reader.read();
    }

    /** All that was printed on standard error; waits until the process has ended. */
    public String printed() {
        return printed.join();
    }

    /** What it has taken of the processors until now. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    public void hangUp() throws IOException {
        process.getOutputStream().close();
    }

    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        process.onExit().join();
    }

    /** Where the kernels' classes are. */
    public static Path kernels() {
        return locationOf(Tensor.class);
    }

    private static <F extends Frame> Child<F> greeted(Child<F> child) throws Exception {
        F answer = child.ask(new Hello());
        if (!(answer instanceof Ready)) {
            throw new AssertionError(answer);
        }
        return child;
    }

    private static Process start(Path folder, Class<?> main, List<String> arguments, String... jvmArguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmArguments));
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        String classPath = String.join(
                File.pathSeparator, locationOf(main).toString(), kernels().toString(), SERVICES.toString());
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).directory(folder.toFile()).start();
    }

    /** As where runners are started in earnest: a folder that registers what hears of exits. */
    private static Path services() {
        Path folder = locationOf(Child.class).resolveSibling("runner-services");
        Path file = folder.resolve(ExitLogger.SERVICE);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, ExitLogger.class.getName());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path locationOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toAbsolutePath();
    }

    private static String textOf(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
