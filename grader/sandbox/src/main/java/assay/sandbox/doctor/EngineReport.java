package assay.sandbox.doctor;

import assay.core.domain.GraderFault;
import assay.sandbox.doctor.EngineFacts.Limit;
import assay.sandbox.engine.Engine;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Info;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the engine answers when it is asked about itself.
 *
 * @param storage where it keeps images, on its own machine
 */
record EngineReport(EngineFacts facts, Path storage) {
    static EngineReport of(Engine engine) {
        try {
            Info info = engine.client().infoCmd().exec();
            EngineFacts facts = new EngineFacts(
                    engine.version(),
                    engine.apiVersion(),
                    engine.endpoint().toString(),
                    info.getRuntimes() == null ? Set.of() : info.getRuntimes().keySet(),
                    or(info.getCGroupVersion(), "1") + ", " + or(info.getCGroupDriver(), "unknown driver"),
                    limits(info),
                    info.getSecurityOptions() == null ? List.of() : info.getSecurityOptions(),
                    programs(engine, info),
                    isHere(engine));
            return new EngineReport(facts, Path.of(or(info.getDockerRootDir(), "/var/lib/docker")));
        } catch (DockerException e) {
            throw new GraderFault(GraderFault.Code.ENGINE, "ask the Docker engine about itself", e);
        }
    }

    private static boolean isHere(Engine engine) {
        return "unix".equals(engine.endpoint().getScheme());
    }

    private static Map<String, String> programs(Engine engine, Info info) {
        Map<String, String> programs = new HashMap<>();
        programs.put("docker", engine.version());
        programs.put("containerd", engine.component("containerd"));
        programs.put("runc", engine.component("runc"));
        String kernel = or(info.getKernelVersion(), "");
        programs.put("kernel", isHere(engine) ? KernelVersion.here(kernel) : kernel);
        programs.values().removeIf(String::isEmpty);
        return programs;
    }

    private static Set<Limit> limits(Info info) {
        Map<String, Object> raw = info.getRawValues();
        Set<Limit> limits = EnumSet.noneOf(Limit.class);
        if (Boolean.TRUE.equals(info.getMemoryLimit())) {
            limits.add(Limit.MEMORY);
        }
        if (Boolean.TRUE.equals(info.getSwapLimit())) {
            limits.add(Limit.SWAP);
        }
        if (Boolean.TRUE.equals(info.getCpuCfsQuota())) {
            limits.add(Limit.CPU);
        }
        if (Boolean.TRUE.equals(raw.get("PidsLimit"))) {
            limits.add(Limit.PROCESSES);
        }
        return limits;
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
