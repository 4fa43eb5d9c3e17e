import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Assembles the root file systems of the sandbox images out of our jars and the JDK it runs on:
 * {@code java RootFs.java OUT CONTEXT}. Each holds a jlink runtime in /java, the C libraries that this very JVM has
 * loaded, our jars in /assay, an unprivileged user and /tmp; no shell, no tool.
 */
final class RootFs {

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final List<String> JARS = List.of("runner.jar", "kernels.jar");

    /** In the context where the image to be made trains: its jars, a name a line, in the order of the class path. */
    private static final String TRAINER = "trainer.jars";
    private static final String USER = "sandbox";
    private static final int UID = 65532;

    /**
     * One image: a submission that runs has no compiler, nor anything else.
     *
     * @param folder below OUT
     * @param modules of its Java runtime
     * @param main what its JVM runs, and with which argument
     */
    private record Image(String folder, String modules, List<String> main) {}

    private static final List<Image> IMAGES = List.of(
            new Image("run", "java.base", List.of("assay.runner.run.RunMain")),
            new Image(
                    "compile",
                    "java.base,jdk.compiler",
                    List.of("assay.runner.compile.CompileMain", "/assay/kernels.jar")));

    public static void main(String[] args) throws IOException, InterruptedException {
        Path out = Path.of(args[0]).toAbsolutePath();
        Path context = Path.of(args[1]).toAbsolutePath();
        if (Files.exists(context.resolve(TRAINER))) {
            assembleTrainer(out.resolve("train"), context);
            return;
        }
        for (Image image : IMAGES) {
            assemble(out.resolve(image.folder()), image, context);
        }
    }

    private static void assemble(Path root, Image image, Path context) throws IOException, InterruptedException {
        deleteTree(root);
        Files.createDirectories(root);
        linkRuntime(root.resolve("java"), image.modules());
        dumpSharedClasses(root.resolve("java"));
        copyJars(JARS, context, root.resolve("assay"));
        trainOurProgram(root, image, context.resolve(image.folder() + ".frames"));
        for (Path library : systemLibraries()) {
            copyLibrary(library, root);
        }
        copyInterpreter(root);
        writeUser(root);
        makeMountPoints(root);
        makeTmp(root);
        System.out.println(root + ": " + image.modules() + ", " + sizeOf(root) / 1_000_000 + " MB");
    }

    /** DJL needs more of Java than a kernel does, and PyTorch's libraries unpacked beside it. */
    private static void assembleTrainer(Path root, Path context) throws IOException, InterruptedException {
        deleteTree(root);
        Files.createDirectories(root);
        linkRuntime(root.resolve("java"), TRAINER_MODULES);
        dumpSharedClasses(root.resolve("java"));
        List<String> jars = Files.readAllLines(context.resolve(TRAINER));
        copyJars(jars, context, root.resolve("assay"));
        Path libraries = context.resolve("libraries.txt");
        run(
                Redirect.PIPE,
                root.resolve("java/bin/java").toString(),
                "-Dai.djl.offline=true",
                "-DDJL_CACHE_DIR=" + root.resolve("assay/djl"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jars.stream().map(jar -> root.resolve("assay").resolve(jar).toString()).collect(Collectors.joining(":")),
                "assay.trainer.UnpackMain",
                libraries.toString());
        makeReadable(root.resolve("assay/djl"));
        for (String library : Files.readAllLines(libraries)) {
            if (!Path.of(library).startsWith(root)) {
                copyLibrary(Path.of(library), root);
            }
        }
        copyInterpreter(root);
        writeUser(root);
        makeMountPoints(root);
        makeTmp(root);
        for (String name : List.of("data", "sys/devices/system/cpu")) { // mounted over: data set, kinds of processors
            Files.createDirectories(root.resolve(name));
        }
        System.out.println(root + ": " + TRAINER_MODULES + ", " + sizeOf(root) / 1_000_000 + " MB");
    }

    // ---- the runtime

    private static final String TRAINER_MODULES =
            "java.base,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml,jdk.compiler,jdk.unsupported";

    /**
     * What calls native code and looks at memory outside the heap. A sandbox has no use for it, and without it there is
     * nothing to forbid: the flag that would ({@code --illegal-native-access}) takes the cache of classes away.
     */
    private static final String NATIVE_CALLS = Stream.of(
                    "abi/AbstractLinker", "abi/SharedUtils", "NativeMemorySegmentImpl")
            .map(name -> "glob:/java.base/jdk/internal/foreign/" + name + "*.class")
            .collect(Collectors.joining(","));

    private static void linkRuntime(Path target, String modules) {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IllegalStateException("no jlink in " + JAVA_HOME));
        // Not --strip-debug: it also strips native code, for which it needs binutils' objcopy.
        int exit = jlink.run(
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                "--add-modules",
                modules,
                "--strip-java-debug-attributes",
                "--exclude-resources",
                NATIVE_CALLS,
                "--no-header-files",
                "--no-man-pages",
                "--output",
                target.toString());
        if (exit != 0) {
            throw new IllegalStateException("jlink exited with " + exit);
        }
    }

    /** As jlink's --generate-cds-archive, without its second archive, for heaps over 32 GB, and its 160 warnings. */
    private static void dumpSharedClasses(Path runtime) throws IOException, InterruptedException {
        run(Redirect.PIPE, runtime.resolve("bin/java").toString(), "-Xshare:dump", "-XX:+UseSerialGC", "-Xlog:disable");
    }

    // ---- our jars

    private static void copyJars(List<String> jars, Path context, Path target) throws IOException {
        Files.createDirectories(target);
        for (String jar : jars) {
            Files.copy(context.resolve(jar), target.resolve(jar), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /**
     * Adds a cache of the classes that our program loads while it hears the recorded frames, loaded and linked (JEP 483,
     * 514); it saves three quarters of the start. The JVM takes it only with these very jars, by their sizes and times,
     * wherever they lie. What could be learnt about their methods (JEP 515) is of use to C2 alone, and would be read at
     * each start.
     */
    private static void trainOurProgram(Path root, Image image, Path frames) throws IOException, InterruptedException {
        Path assay = root.resolve("assay");
        List<String> command = new ArrayList<>(List.of(
                root.resolve("java/bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-AOTRecordTraining",
                "-Xlog:disable",
                "-Djdk.reflect.useNativeAccessorOnly=true", // as the runner is started; a compiler calls nothing so
                "-XX:AOTCacheOutput=" + assay.resolve("classes.aot"),
                "-cp",
                JARS.stream().map(jar -> assay.resolve(jar).toString()).collect(Collectors.joining(":"))));
        image.main().stream()
                .map(word -> word.startsWith("/assay/") ? root + word : word)
                .forEach(command::add);
        run(Redirect.from(frames.toFile()), command.toArray(String[]::new));
    }

    private static void run(Redirect input, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectInput(input)
                .redirectOutput(Redirect.DISCARD) // frames
                .redirectError(Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " exited with " + process.exitValue());
        }
    }

    // ---- the C libraries

    /** The shared objects from outside the JDK that this process has mapped, by their real paths. */
    private static SortedSet<Path> systemLibraries() throws IOException {
        loadNativeParts();
        SortedSet<Path> libraries = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
            int slash = line.indexOf('/');
            if (slash > 0 && line.substring(0, slash).contains("x")) { // "r-xp": code, not a mapped data file
                libraries.add(Path.of(line.substring(slash)));
            }
        }
        Path home = JAVA_HOME.toRealPath();
        libraries.removeIf(library -> library.startsWith(home) || !isElf(library));
        return libraries;
    }

    /** Makes the JVM load libzip, libnet and libnio, so that what they link to is mapped too. */
    private static void loadNativeParts() throws IOException {
        new CRC32().update(new byte[64]);
        try (ServerSocketChannel channel = ServerSocketChannel.open()) {
            channel.bind(new InetSocketAddress("127.0.0.1", 0));
        }
    }

    /** Copies to the same path, and under every name that its folder has for it (libz.so.1 beside libz.so.1.3.1). */
    private static void copyLibrary(Path library, Path root) throws IOException {
        for (Path name : namesOf(library)) {
            copyTo(library, root, name);
        }
    }

    private static List<Path> namesOf(Path library) throws IOException {
        List<Path> names = new ArrayList<>(List.of(library));
        try (Stream<Path> siblings = Files.list(library.getParent())) {
            siblings.filter(Files::isSymbolicLink).filter(link -> pointsTo(link, library)).forEach(names::add);
        }
        names.removeIf(name -> name.toString().endsWith(".so") && !name.equals(library)); // for linkers
        return names;
    }

    private static boolean pointsTo(Path link, Path file) {
        try {
            return Files.exists(link) && link.toRealPath().equals(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program interpreter (ld-linux, ld-musl): the kernel takes exactly the path in the executable's header. */
    private static void copyInterpreter(Path root) throws IOException {
        Path interpreter = interpreterOf(JAVA_HOME.resolve("bin/java"));
        copyTo(interpreter.toRealPath(), root, interpreter);
    }

    private static void copyTo(Path source, Path root, Path name) throws IOException {
        Path target = root.resolve(name.toString().substring(1));
        Files.createDirectories(target.getParent());
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    // ---- ELF, as far as needed (64 bits, both byte orders)

    private static final int PT_INTERP = 3;

    private static boolean isElf(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 64 && elf(file).getInt(0) == 0x7F454C46;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path interpreterOf(Path executable) throws IOException {
        ByteBuffer elf = elf(executable);
        elf.order(elf.get(5) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int table = Math.toIntExact(elf.getLong(0x20));
        int entrySize = elf.getShort(0x36);
        int entries = elf.getShort(0x38);
        for (int header = table; header < table + entries * entrySize; header += entrySize) {
            if (elf.getInt(header) == PT_INTERP) {
                return string(elf, Math.toIntExact(elf.getLong(header + 8)), Math.toIntExact(elf.getLong(header + 32)));
            }
        }
        throw new IllegalStateException(executable + " has no program interpreter");
    }

    private static Path string(ByteBuffer elf, int offset, int lengthWithZero) {
        byte[] bytes = new byte[lengthWithZero - 1];
        elf.get(offset, bytes);
        return Path.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private static ByteBuffer elf(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file));
    }

    // ---- the rest

    private static void writeUser(Path root) throws IOException {
        Path etc = Files.createDirectories(root.resolve("etc"));
        Files.writeString(etc.resolve("passwd"), "%s:x:%d:%d::/tmp:/none\n".formatted(USER, UID, UID));
        Files.writeString(etc.resolve("group"), "%s:x:%d:\n".formatted(USER, UID));
        Files.writeString(etc.resolve("hostname"), USER + "\n");
    }

    /** An engine makes them in its own layer; a runtime alone may not write here. */
    private static void makeMountPoints(Path root) throws IOException {
        for (String name : List.of("proc", "dev")) {
            Files.createDirectories(root.resolve(name));
        }
    }

    private static void makeTmp(Path root) throws IOException {
        Path tmp = Files.createDirectories(root.resolve("tmp"));
        Files.setPosixFilePermissions(tmp, PosixFilePermissions.fromString("rwxrwxrwx")); // a tmpfs is mounted over it
    }

    /** For everybody: DJL unpacks for its owner alone, who is another in a container. */
    private static void makeReadable(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static long sizeOf(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum();
        }
    }
}
