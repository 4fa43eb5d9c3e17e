package assay.core.port;

import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import java.util.List;
import java.util.Map;

/**
 * Where strangers' code is compiled and run. Safe for use by several threads at once.
 *
 * <p>Every method throws {@link assay.core.domain.GraderFault} where the sandbox itself fails, and nothing else: what a
 * submission does, however hostile, is a value.
 */
public interface Sandbox extends AutoCloseable {
    /** Compiles sources against the kernels alone; nothing of them is executed. */
    CompileOutcome compile(List<SourceFile> sources, Limits limits);

    /**
     * A fresh sandbox in which those classes are loaded and nothing has run yet.
     *
     * @param limits of its calls, as far as the pace lets them take so long
     */
    SandboxSession open(Classes classes, Limits limits, Pace pace);

    /** What runs and where, for the provenance: runtime, image digest, Java version. */
    Map<String, String> description();

    /** Ends everything that is still running, also sessions in use by other threads. */
    @Override
    void close();
}
