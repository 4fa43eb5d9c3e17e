package assay.e2e;

import assay.sandbox.oci.OciTrainerJails;
import assay.sandbox.testing.ReadyRoots;
import assay.sandbox.train.TrainerJails;
import assay.sandbox.train.TrainerKit;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/** In containers that no engine makes. */
@Tag("docker")
@EnabledIf(value = "assay.e2e.OciSamplesTest#possible", disabledReason = "it takes Linux, root and runc")
class OciTrainingTest extends TrainingContract {
    @Override
    TrainerJails jails(Function<String, Path> data) {
        TrainerKit kit = TrainerKit.ofThisProgram();
        return OciTrainerJails.open(ReadyRoots.training(kit), "runc", kit, data);
    }
}
