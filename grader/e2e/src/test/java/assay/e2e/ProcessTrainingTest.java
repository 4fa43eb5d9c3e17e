package assay.e2e;

import assay.sandbox.process.ProcessTrainerJails;
import assay.sandbox.train.TrainerJails;
import assay.sandbox.train.TrainerKit;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class ProcessTrainingTest extends TrainingContract {
    @Override
    TrainerJails jails(Function<String, Path> data) {
        return new ProcessTrainerJails(Path.of(System.getProperty("java.home")), TrainerKit.ofThisProgram(), data, 1);
    }
}
