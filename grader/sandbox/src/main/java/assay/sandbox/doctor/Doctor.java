package assay.sandbox.doctor;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.core.port.Sandbox;
import assay.sandbox.docker.DockerSandbox;
import assay.sandbox.docker.DockerSettings;
import assay.sandbox.engine.Engine;
import assay.sandbox.engine.EngineSetup;
import assay.sandbox.image.Images;
import assay.sandbox.image.SandboxImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Examines this machine's engine, images and containers; installs and starts nothing, but builds images. */
public final class Doctor {
    private static final long GIGABYTE = 1_000_000_000;

    private final EngineSetup setup;
    private final Path work;
    private final String runtime;

    /**
     * @param work where images are built
     * @param runtime of the containers, by name
     */
    public Doctor(EngineSetup setup, Path work, String runtime) {
        this.setup = requireNonNull(setup, "setup is null");
        this.work = requireNonNull(work, "work is null");
        this.runtime = requireNonNull(runtime, "runtime is null");
    }

    /** In the order in which they are worth reading. */
    public List<Check> examine() {
        List<Check> checks = new ArrayList<>();
        checks.add(java(Runtime.version().feature(), Path.of(System.getProperty("java.home"))));
        switch (setup.find()) {
            case EngineSetup.Outcome.Unavailable(String why, String remedy) ->
                checks.add(Check.fail("Docker engine", why, remedy));
            case EngineSetup.Outcome.Ready(Engine engine) -> {
                try (engine) {
                    examine(engine, checks);
                }
            }
        }
        return List.copyOf(checks);
    }

    private void examine(Engine engine, List<Check> checks) {
        EngineReport report = EngineReport.of(engine);
        checks.addAll(EngineChecks.of(report.facts(), runtime));
        checks.add(disk(report.storage()));
        try {
            Images images = new SandboxImages(engine, work, progress -> {}).ensure();
            checks.add(Check.ok(
                    "images", "from " + images.source() + ": run " + images.run() + ", compile " + images.compile()));
            try (Sandbox sandbox = DockerSandbox.open(engine, images, new DockerSettings(runtime, 0))) {
                checks.addAll(LockCheck.of(sandbox));
            }
        } catch (GraderFault e) {
            checks.add(Check.fail("images", e.explanation(), ""));
        }
    }

    static Check java(int feature, Path home) {
        if (feature < 25) {
            return Check.fail("Java", "version " + feature, "install a JDK 25");
        }
        return Files.isExecutable(home.resolve("bin").resolve("jlink"))
                ? Check.ok("Java", "version " + Runtime.version())
                : Check.warn(
                        "Java", "version " + feature + " without jlink: images need a registry", "install a JDK 25");
    }

    /** Where the engine keeps its images, if that is on this machine. */
    private static Check disk(Path storage) {
        try {
            long free = Files.isReadable(storage) ? Files.getFileStore(storage).getUsableSpace() : Long.MAX_VALUE;
            if (free == Long.MAX_VALUE) {
                return Check.ok("disk", "the engine's is not to be seen from here");
            }
            String detail = free / GIGABYTE + " GB free at " + storage;
            return free < GIGABYTE ? Check.warn("disk", detail, "docker system prune") : Check.ok("disk", detail);
        } catch (IOException e) {
            return Check.warn("disk", "cannot tell what is free at " + storage, "");
        }
    }
}
