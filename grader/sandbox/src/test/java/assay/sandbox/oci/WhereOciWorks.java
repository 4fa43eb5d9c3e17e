package assay.sandbox.oci;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, and says why, where nobody could make containers without an engine. */
final class WhereOciWorks implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.notExists(Path.of("/usr/sbin/runc")) && Files.notExists(Path.of("/usr/bin/runc"))) {
            return ConditionEvaluationResult.disabled("there is no runc");
        }
        return OciSandbox.problem()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("with runc"));
    }
}
