package assay.sandbox.docker;

import assay.core.domain.DataSize;
import assay.sandbox.image.Images;
import assay.sandbox.jail.JvmFlags;
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

    private static final String USER = "65532:65532";
    private static final String CLASS_PATH = "/assay/runner.jar:/assay/kernels.jar";
    private static final long ONE_PROCESSOR = 1_000_000_000;
    private static final long PROCESSES = 128;
    private static final long OPEN_FILES = 256;
    private static final long FILE_BYTES = 16 * 1024 * 1024;
    private static final String TMP = "rw,noexec,nosuid,nodev,size=16m,nr_inodes=1k";

    CreateContainerCmd create(DockerClient docker, Program program, DataSize memory) {
        return docker.createContainerCmd(image(program))
                .withCmd(command(program, memory))
                .withHostConfig(locked(memory))
                .withUser(USER)
                .withWorkingDir("/tmp")
                .withHostName("sandbox")
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
            case RUNNER -> images.run();
        };
    }

    static List<String> command(Program program, DataSize memory) {
        List<String> command = new ArrayList<>(JvmFlags.of(program, memory));
        command.add("-XX:SharedArchiveFile=/assay/classes.jsa");
        command.add("-cp");
        command.add(CLASS_PATH);
        command.add(program.mainClass());
        if (program == Program.COMPILER) {
            command.add("/assay/kernels.jar");
        }
        return command;
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
