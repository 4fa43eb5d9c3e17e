package assay.sandbox.oci;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.sandbox.image.RootFolders;
import assay.sandbox.jail.Jail;
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

/** Containers that one process starts by a runtime's own command, and whatever is left of them. */
final class OciContainers implements AutoCloseable {
    private final OciRuntime runtime;
    private final RootFolders roots;
    private final Rights rights;
    private final Home home;
    private final ContainerConfig config = new ContainerConfig();
    private final boolean ownUsers;
    private final AtomicLong started = new AtomicLong();
    private final Set<OciJail> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService removals = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    /**
     * @param roots in which all of them run
     * @param home closed with this
     */
    OciContainers(OciRuntime runtime, RootFolders roots, Rights rights, Home home) {
        this.runtime = requireNonNull(runtime, "runtime is null");
        this.roots = requireNonNull(roots, "roots is null");
        this.rights = requireNonNull(rights, "rights is null");
        this.home = requireNonNull(home, "home is null");
        // gVisor maps its own; a user of nobody's number must be able to go all the way to the files.
        this.ownUsers =
                runtime.kind() == OciRuntime.Kind.RUNC && (rights.users().entersOwnFolders() || roots.openToAll());
    }

    /**
     * Also removes what an earlier process of this machine left behind, if it is gone.
     *
     * @param name of the runtime's program
     * @throws GraderFault if this machine cannot do it; says why
     */
    static OciContainers open(RootFolders roots, String name) {
        OciRuntime runtime = OciRuntime.find(name);
        Rights rights = Rights.require();
        if (runtime.kind() == OciRuntime.Kind.GVISOR && !rights.ofRoot()) {
            throw new Obstacle("gVisor takes root", "root, or --runtime runc").fault();
        }
        return new OciContainers(runtime, roots, rights, Home.claim(rights.home(), rights.groups()));
    }

    RootFolders roots() {
        return roots;
    }

    Jail start(Cell cell) {
        String id = home.name() + "-" + started.incrementAndGet();
        ControlGroup group = rights.groups().create(home.name(), id, cell.memory(), cell.bounds());
        boolean tellsKills = runtime.kind() == OciRuntime.Kind.RUNC;
        OciJail jail = new OciJail(launch(id, cell, group), group, tellsKills, removals, gone -> {
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

    /** What makes them and from what, for the provenance. */
    Map<String, String> description() {
        Map<String, String> description = new TreeMap<>();
        description.put("kind", "oci");
        description.put("runtime", String.valueOf(runtime.program().getFileName()));
        description.put("runtime.version", runtime.version());
        description.put("cgroups", rights.groups().version());
        description.put("rights", rights.ofRoot() ? "root" : "user");
        description.put("users", ownUsers ? OciSandbox.USERS_OF_THEIR_OWN : "the machine's");
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

    private Process launch(String id, Cell cell, ControlGroup group) {
        try {
            Path bundle = home.bundle(id);
            Files.writeString(bundle.resolve("config.json"), config.json(cell, group, usersOf(id)));
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

    private Optional<UserMap> usersOf(String id) throws IOException {
        Users users = rights.users();
        return ownUsers ? Optional.of(users.of(home.number(id, users.count()))) : Optional.empty();
    }
}
