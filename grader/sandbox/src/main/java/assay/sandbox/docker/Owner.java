package assay.sandbox.docker;

import static java.util.Objects.requireNonNull;

import assay.sandbox.engine.Engine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The process that a container belongs to, told well enough to know whether it is gone: a process id alone comes again.
 *
 * @param host by its name and the number of its system, since names come twice; of another host nothing can be told
 * @param boot changes with each start of the host
 * @param processes the namespace that the process id is from: in another the same id is another process's
 * @param user who cannot be seen by others where the host hides their processes
 * @param started when the process was started: on Linux in ticks since the start of the host, since what the clock said
 *     then is computed from what it says now, and changes when it is set; elsewhere in milliseconds since 1970; 0 if unknown
 * @param run of the container that it runs in itself, where that is the same engine's, which can tell whether it is over
 */
record Owner(String host, String boot, String processes, String user, long pid, long started, String run) {
    static final String LABEL = "assay.owner";

    private static final String UNKNOWN = "unknown";

    private static final int STARTED_AT = 22;

    Owner {
        requireNonNull(host, "host is null");
        requireNonNull(boot, "boot is null");
        requireNonNull(processes, "processes is null");
        requireNonNull(user, "user is null");
        requireNonNull(run, "run is null");
    }

    static Owner ofThisProcess(Engine engine) {
        return ofThisProcess(ContainerRun.ofThisProcess(engine));
    }

    static Owner ofThisProcess(String run) {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(hostHere(), bootId(), processNamespace(), userId(), self.pid(), startOf(self), run);
    }

    /**
     * Whether that process is certainly no more.
     *
     * @param isOver of the run of a container
     */
    boolean isGone(Owner here, Processes alive, Predicate<String> isOver) {
        if (!run.equals(here.run)) {
            return !run.equals(ContainerRun.NONE) && isOver.test(run);
        }
        if (host.equals(UNKNOWN)
                || !host.equals(here.host)
                || !processes.equals(here.processes)
                || !user.equals(here.user)) {
            return false;
        }
        if (!boot.equals(here.boot)) {
            return true;
        }
        Optional<Long> start = alive.startOf(pid);
        return start.isEmpty() || (started != 0 && start.get() != 0 && start.get() != started);
    }

    String label() {
        return String.join(" ", host, boot, processes, user, Long.toString(pid), Long.toString(started), run);
    }

    /** What a label says; empty if it is not one of ours. */
    static Optional<Owner> of(Map<String, String> labels) {
        String[] words = labels.getOrDefault(LABEL, "").split(" ", -1);
        try {
            return words.length == 7
                    ? Optional.of(new Owner(
                            words[0],
                            words[1],
                            words[2],
                            words[3],
                            Long.parseLong(words[4]),
                            Long.parseLong(words[5]),
                            words[6]))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String hostHere() {
        try {
            return InetAddress.getLocalHost().getHostName().replace(' ', '-') + systemId();
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    /** Of machine-id(5): made once for each installed system; containers have none. */
    private static String systemId() {
        try {
            return "/" + Files.readString(Path.of("/etc/machine-id")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static String bootId() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return UNKNOWN; // not Linux: then process id and start must do
        }
    }

    private static String processNamespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return UNKNOWN; // not Linux: then there is one
        }
    }

    private static String userId() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
        } catch (IOException | UnsupportedOperationException e) {
            return System.getProperty("user.name").replace(' ', '-');
        }
    }

    private static long startOf(ProcessHandle process) {
        return ticks(process.pid())
                .orElseGet(() ->
                        process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** Of proc(5), {@code /proc/PID/stat}: the 22nd field, and the second may hold spaces and brackets. */
    private static Optional<Long> ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fromThird = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(Long.parseLong(fromThird[STARTED_AT - 3]));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // not Linux, or no such process
        }
    }

    /** The processes of this host. */
    interface Processes {
        /** When it was started, 0 if unknown; empty if there is no such process. */
        Optional<Long> startOf(long pid);

        static Processes ofThisHost() {
            return pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(Owner::startOf);
        }
    }
}
