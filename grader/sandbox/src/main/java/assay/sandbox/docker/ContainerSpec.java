package assay.sandbox.docker;

import assay.core.domain.DataSize;
import assay.sandbox.image.ImageProgram;
import assay.sandbox.image.Images;
import assay.sandbox.jail.Confinement;
import assay.sandbox.jail.Program;
import assay.sandbox.jail.SeccompProfile;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lock on a container. Every line answers an attack; the tests of the sandbox have them.
 *
 * @param seccomp empty where the engine has none, which {@code assay doctor} complains about
 * @param sandbox the label by which all containers of one sandbox are found
 */
record ContainerSpec(Images images, String runtime, Optional<SeccompProfile> seccomp, Owner owner, String sandbox) {
    static final String SANDBOX_LABEL = "assay.sandbox";

    private static final String USER = Confinement.USER + ":" + Confinement.USER;
    private static final long ONE_PROCESSOR = 1_000_000_000;

    CreateContainerCmd create(DockerClient docker, Program program, DataSize memory) {
        return docker.createContainerCmd(image(program))
                .withCmd(ImageProgram.arguments(program, memory))
                .withHostConfig(locked(memory))
                .withUser(USER)
                .withWorkingDir(Confinement.WORKING_FOLDER)
                .withHostName(Confinement.HOST_NAME)
                .withNetworkDisabled(true)
                .withTty(false)
                .withStdinOpen(true)
                .withStdInOnce(true)
                .withAttachStdin(true)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withLabels(Map.of(Owner.LABEL, owner.label(), SANDBOX_LABEL, sandbox));
    }

    private String image(Program program) {
        return switch (program) {
            case COMPILER -> images.compile();
            case BRIEF_RUNNER, LASTING_RUNNER -> images.run();
        };
    }

    private List<String> securityOptions() {
        List<String> options = new ArrayList<>(List.of("no-new-privileges"));
        seccomp.ifPresent(profile -> options.add("seccomp=" + profile.json()));
        return options;
    }

    private HostConfig locked(DataSize memory) {
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
                .withNanoCPUs(ONE_PROCESSOR)
                .withOomScoreAdj(Confinement.OOM_SCORE)
                .withPidsLimit(Confinement.PROCESSES)
                .withUlimits(List.of(
                        new Ulimit("nofile", Confinement.OPEN_FILES, Confinement.OPEN_FILES),
                        new Ulimit("core", 0L, 0L),
                        new Ulimit("fsize", Confinement.FILE_BYTES, Confinement.FILE_BYTES)))
                .withTmpFs(Map.of(Confinement.WORKING_FOLDER, Confinement.WORKING_FOLDER_OPTIONS))
                .withInit(false)
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE)); // json-file has no bound
    }
}
