package assay.e2e;

import assay.sandbox.docker.DockerTrainerJails;
import assay.sandbox.engine.Engine;
import assay.sandbox.image.ImageSource;
import assay.sandbox.image.TrainerImage;
import assay.sandbox.testing.ReadyEngine;
import assay.sandbox.train.TrainerJails;
import assay.sandbox.train.TrainerKit;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;

@Tag("docker")
class DockerTrainingTest extends TrainingContract {
    @Override
    TrainerJails jails(Function<String, Path> data) {
        Engine engine = ReadyEngine.get();
        TrainerKit kit = TrainerKit.ofThisProgram();
        String image = new TrainerImage(engine, ReadyEngine.work(), _ -> {})
                .ensure(kit, ImageSource.ofThisMachine(engine.os(), engine.architecture()));
        return new DockerTrainerJails(engine, image, "runc", kit, data);
    }
}
