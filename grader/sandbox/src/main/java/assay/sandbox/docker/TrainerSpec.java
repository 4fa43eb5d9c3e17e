package assay.sandbox.docker;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.sandbox.jail.JvmFlags;
import assay.sandbox.jail.Program;
import assay.sandbox.jail.SeccompProfile;
import assay.sandbox.train.TrainerFlags;
import assay.sandbox.train.TrainerKit;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lock on a container that trains: as on one that runs kernels, with more processors, threads and memory, and one
 * read-only folder of data.
 *
 * @param image by its id
 * @param runtime by name, as the engine knows it
 * @param seccomp empty where the engine has none
 * @param processors that training may use
 * @param kit says what lies in the image
 */
record TrainerSpec(String image, String runtime, Optional<SeccompProfile> seccomp, int processors, TrainerKit kit) {
    private static final String USER = "65532:65532";
    private static final String FOLDER = "/assay/";
    private static final String DATA = "/data";
    private static final long ONE_PROCESSOR = 1_000_000_000;
    private static final long PROCESSES = 512;
    private static final long OPEN_FILES = 1024;
    private static final long FILE_BYTES = 64 * 1024 * 1024;
    private static final String TMP = "rw,noexec,nosuid,nodev,size=64m,nr_inodes=1k";

    TrainerSpec {
        requireNonNull(image, "image is null");
        requireNonNull(runtime, "runtime is null");
        requireNonNull(seccomp, "seccomp is null");
        requireNonNull(kit, "kit is null");
    }

    CreateContainerCmd compiler(DockerClient docker, DataSize memory) {
        List<String> command = new ArrayList<>(JvmFlags.of(Program.COMPILER, memory));
        command.addAll(List.of("-cp", classPath(), Program.COMPILER.mainClass()));
        kit.compile().forEach(jar -> command.add(FOLDER + kit.nameOf(jar)));
        return create(docker, command, locked(memory, 1));
    }

    CreateContainerCmd trainer(DockerClient docker, DataSize memory, Path data, boolean gpu) {
        List<String> command = new ArrayList<>(TrainerFlags.of(memory, processors));
        command.addAll(List.of("-DDJL_CACHE_DIR=/assay/djl", "-cp", classPath(), TrainerKit.MAIN, DATA));
        HostConfig host = locked(memory, processors)
                .withBinds(new Bind(data.toAbsolutePath().toString(), new Volume(DATA), AccessMode.ro));
        if (gpu) {
            host.withDeviceRequests(
                    List.of(new DeviceRequest().withCount(-1).withCapabilities(List.of(List.of("gpu")))));
        }
        return create(docker, command, host);
    }

    private CreateContainerCmd create(DockerClient docker, List<String> command, HostConfig host) {
        return docker.createContainerCmd(image)
                .withCmd(command)
                .withEnv(TrainerFlags.ENVIRONMENT.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList())
                .withHostConfig(host)
                .withUser(USER)
                .withWorkingDir("/tmp")
                .withHostName("sandbox")
                .withNetworkDisabled(true)
                .withTty(false)
                .withStdinOpen(true)
                .withStdInOnce(true)
                .withAttachStdin(true)
                .withAttachStdout(true)
                .withAttachStderr(true);
    }

    private String classPath() {
        return String.join(
                ":",
                kit.run().stream()
                        .map(jar -> FOLDER + kit.nameOf(jar))
                        .distinct()
                        .toList());
    }

    private List<String> securityOptions() {
        List<String> options = new ArrayList<>(List.of("no-new-privileges"));
        seccomp.ifPresent(profile -> options.add("seccomp=" + profile.json()));
        return options;
    }

    private HostConfig locked(DataSize memory, int share) {
        return HostConfig.newHostConfig()
                .withRuntime(runtime)
                .withNetworkMode("none")
                .withIpcMode("none")
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(securityOptions())
                .withPrivileged(false)
                .withMemory(memory.bytes())
                .withMemorySwap(memory.bytes()) // with memory: no swap
                .withNanoCPUs(share * ONE_PROCESSOR)
                .withPidsLimit(PROCESSES)
                .withUlimits(List.of(
                        new Ulimit("nofile", OPEN_FILES, OPEN_FILES),
                        new Ulimit("core", 0L, 0L),
                        new Ulimit("fsize", FILE_BYTES, FILE_BYTES)))
                .withTmpFs(Map.of("/tmp", TMP))
                .withInit(false)
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE)); // json-file has no bound
    }
}
