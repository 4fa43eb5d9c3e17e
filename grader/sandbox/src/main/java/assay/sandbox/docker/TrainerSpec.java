package assay.sandbox.docker;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.sandbox.image.TrainerProgram;
import assay.sandbox.jail.Bounds;
import assay.sandbox.jail.Confinement;
import assay.sandbox.jail.SeccompProfile;
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
 * @param program what lies in the image, and how it is started
 */
record TrainerSpec(String image, String runtime, Optional<SeccompProfile> seccomp, TrainerProgram program) {
    private static final String USER = Confinement.USER + ":" + Confinement.USER;
    private static final long ONE_PROCESSOR = 1_000_000_000;

    TrainerSpec {
        requireNonNull(image, "image is null");
        requireNonNull(runtime, "runtime is null");
        requireNonNull(seccomp, "seccomp is null");
        requireNonNull(program, "program is null");
    }

    CreateContainerCmd compiler(DockerClient docker, DataSize memory) {
        return create(docker, program.compilerArguments(memory), locked(memory, Bounds.training(1)));
    }

    CreateContainerCmd trainer(DockerClient docker, DataSize memory, Path data, boolean gpu) {
        HostConfig host = locked(memory, Bounds.training(program.processors()))
                .withBinds(new Bind(data.toAbsolutePath().toString(), new Volume(TrainerProgram.DATA), AccessMode.ro));
        if (gpu) {
            host.withDeviceRequests(
                    List.of(new DeviceRequest().withCount(-1).withCapabilities(List.of(List.of("gpu")))));
        }
        return create(docker, program.trainerArguments(memory), host);
    }

    private CreateContainerCmd create(DockerClient docker, List<String> command, HostConfig host) {
        return docker.createContainerCmd(image)
                .withCmd(command)
                .withEnv(TrainerProgram.environment())
                .withHostConfig(host)
                .withUser(USER)
                .withWorkingDir(Confinement.WORKING_FOLDER)
                .withHostName(Confinement.HOST_NAME)
                .withNetworkDisabled(true)
                .withTty(false)
                .withStdinOpen(true)
                .withStdInOnce(true)
                .withAttachStdin(true)
                .withAttachStdout(true)
                .withAttachStderr(true);
    }

    private List<String> securityOptions() {
        List<String> options = new ArrayList<>(List.of("no-new-privileges"));
        seccomp.ifPresent(profile -> options.add("seccomp=" + profile.json()));
        return options;
    }

    private HostConfig locked(DataSize memory, Bounds bounds) {
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
                .withNanoCPUs(bounds.processors() * ONE_PROCESSOR)
                .withOomScoreAdj(Confinement.OOM_SCORE)
                .withPidsLimit(bounds.processes())
                .withUlimits(List.of(
                        new Ulimit("nofile", bounds.openFiles(), bounds.openFiles()),
                        new Ulimit("core", 0L, 0L),
                        new Ulimit("fsize", bounds.fileBytes(), bounds.fileBytes())))
                .withTmpFs(Map.of(Confinement.WORKING_FOLDER, bounds.workingFolder()))
                .withInit(false)
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE)); // json-file has no bound
    }
}
