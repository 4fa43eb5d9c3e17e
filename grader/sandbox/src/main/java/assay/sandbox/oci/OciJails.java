package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.sandbox.image.RootFolders;
import assay.sandbox.jail.Jail;
import assay.sandbox.jail.Jails;
import assay.sandbox.jail.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Starts containers by a runtime's own command. */
final class OciJails implements Jails {
    private final OciRuntime runtime;
    private final RootFolders roots;
    private final ControlGroups groups;
    private final Home home;
    private final ContainerConfig config;
    private final boolean ownUsers;
    private final AtomicLong started = new AtomicLong();
    private final Set<OciJail> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService removals = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    /** @param home closed with this */
    OciJails(OciRuntime runtime, RootFolders roots, ControlGroups groups, Home home) {
        this.runtime = requireNonNull(runtime, "runtime is null");
        this.roots = requireNonNull(roots, "roots is null");
        this.groups = requireNonNull(groups, "groups is null");
        this.home = requireNonNull(home, "home is null");
        this.config = new ContainerConfig(roots);
        // gVisor maps its own; a user of nobody's number must be able to go all the way to the files.
        this.ownUsers = runtime.kind() == OciRuntime.Kind.RUNC && roots.openToAll();
    }

    @Override
    public Jail start(Program program, DataSize memory) {
        long number = started.incrementAndGet();
        String id = home.name() + "-" + number;
        ControlGroup group = groups.create(home.name(), id, memory);
        boolean tellsKills = runtime.kind() == OciRuntime.Kind.RUNC;
        OciJail jail = new OciJail(launch(id, number, program, memory, group), group, tellsKills, removals, gone -> {
            home.forget(id);
            open.remove(gone);
        });
        open.add(jail);
        if (closed) { // in the meantime: nobody will close it
            jail.remove();
            throw new GraderFault(GraderFault.Code.SANDBOX, "start a container", "the sandbox has been closed");
        }
        return jail;
    }

    @Override
    public Map<String, String> description() {
        Map<String, String> description = new TreeMap<>();
        description.put("kind", "oci");
        description.put("runtime", String.valueOf(runtime.program().getFileName()));
        description.put("runtime.version", runtime.version());
        description.put("cgroups", groups.version());
        description.put("users", ownUsers ? "of each container's own" : "the machine's");
        description.put("image", roots.digest());
        description.put("java", roots.source());
        return description;
    }

    @Override
    public void close() {
        closed = true;
        List.copyOf(open).forEach(OciJail::close);
        removals.close();
        home.close();
    }

    private Process launch(String id, long number, Program program, DataSize memory, ControlGroup group) {
        try {
            Path bundle = home.bundle(id);
            Optional<UserRange> users = ownUsers ? Optional.of(UserRange.of(number)) : Optional.empty();
            Files.writeString(bundle.resolve("config.json"), config.json(program, memory, group, users));
            ProcessBuilder builder = new ProcessBuilder(runtime.command(home.state(), bundle, id));
            builder.environment().clear();
            builder.environment().putAll(runtime.environment());
            return builder.directory(bundle.toFile()).start();
        } catch (IOException e) {
            group.remove();
            home.forget(id);
            throw new GraderFault(GraderFault.Code.SANDBOX, "start a container", e);
        }
    }
}
