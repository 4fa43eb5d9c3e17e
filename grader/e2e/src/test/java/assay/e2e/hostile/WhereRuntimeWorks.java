package assay.e2e.hostile;

import assay.sandbox.oci.OciSandbox;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, and says why, where the runtime is not installed or nobody may use it without an engine. */
final class WhereRuntimeWorks implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String runtime = context.getRequiredTestClass()
                .getAnnotation(RuntimeNeeded.class)
                .value();
        if (!installed(runtime)) {
            return ConditionEvaluationResult.disabled("there is no " + runtime);
        }
        return OciSandbox.problem()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("with " + runtime));
    }

    private static boolean installed(String program) {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
