package assay.sandbox.process;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.kernels.Tensor;
import assay.runner.run.ExitLogger;
import assay.runner.run.RunMain;
import assay.sandbox.files.Trees;
import assay.sandbox.jail.CodeSource;
import assay.sandbox.jail.Jail;
import assay.sandbox.jail.Jails;
import assay.sandbox.jail.JvmFlags;
import assay.sandbox.jail.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts child JVMs, each in an empty folder of its own. */
final class ProcessJails implements Jails {
    private static final Logger logger = LoggerFactory.getLogger(ProcessJails.class);

    private final Path javaHome;
    private final Optional<String> user;
    private final Path runner = CodeSource.of(RunMain.class);
    private final Path kernels = CodeSource.of(Tensor.class);
    /** Has nothing but the file that registers {@link ExitLogger}. */
    private final Path services;

    private final Set<ProcessJail> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param user in whose name the children run; in our own where it is empty */
    ProcessJails(Path javaHome, @SuppressWarnings("OptionalUsedAsFieldOrParameterType") Optional<String> user) {
        this.javaHome = requireNonNull(javaHome, "javaHome is null");
        this.user = requireNonNull(user, "user is null");
        try {
            this.services = Files.createTempDirectory("assay-services");
            Path file = services.resolve(ExitLogger.SERVICE);
            Files.createDirectories(file.getParent());
            Files.writeString(file, ExitLogger.class.getName());
            handOver(services);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "make a folder for child processes", e);
        }
    }

    @Override
    public Jail start(Program program, DataSize memory) {
        try {
            Path folder = Files.createTempDirectory("assay-sandbox");
            handOver(folder);
            ProcessJail jail = new ProcessJail(builder(program, memory, folder).start(), folder, open::remove);
            open.add(jail);
            if (closed) { // in the meantime, so that nobody will close it
                jail.close();
            }
            return jail;
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.SANDBOX, "start a child process", e);
        }
    }

    @Override
    public Map<String, String> description() {
        return Map.of("kind", "process", "java", Runtime.version().toString());
    }

    @Override
    public void close() {
        closed = true;
        List.copyOf(open).forEach(ProcessJail::close);
        try {
            Trees.delete(services);
        } catch (IOException e) {
            logger.warn("could not delete {}: {}", services, e.getMessage());
        }
    }

    /** To the children's user, if they have one. */
    private void handOver(Path folder) throws IOException {
        if (user.isPresent()) {
            UserPrincipal owner =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user.get());
            for (Path path : Trees.deepestFirst(folder)) {
                Files.setOwner(path, owner);
            }
        }
    }

    private ProcessBuilder builder(Program program, DataSize memory, Path folder) {
        List<String> command = new ArrayList<>();
        user.ifPresent(name -> command.addAll(List.of(
                "setpriv", "--reuid", name, "--regid", name, "--clear-groups", "--inh-caps=-all", "--no-new-privs")));
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.addAll(JvmFlags.of(program, memory));
        command.add("-Djava.io.tmpdir=" + folder);
        command.add("-cp");
        command.add(String.join(File.pathSeparator, runner.toString(), kernels.toString(), services.toString()));
        switch (program) {
            case COMPILER -> {
                command.add(program.mainClass());
                command.add(kernels.toString());
            }
            case BRIEF_RUNNER, LASTING_RUNNER -> {
                command.addAll(
                        command.size() - 2, List.of("--limit-modules", "java.base", "--illegal-native-access=deny"));
                command.add(program.mainClass());
            }
        }
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Optional<String> systemRoot = Optional.ofNullable(builder.environment().get("SystemRoot"));
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8"); // or else it cannot read a class path with an umlaut in it
        systemRoot.ifPresent(
                root -> builder.environment().put("SystemRoot", root)); // without it Windows has no sockets
        return builder;
    }
}
