package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.core.port.Sandbox;
import assay.core.port.TrainingGround;
import assay.sandbox.docker.DockerSandbox;
import assay.sandbox.docker.DockerSettings;
import assay.sandbox.docker.DockerTrainerJails;
import assay.sandbox.doctor.Floor;
import assay.sandbox.doctor.SpyMemory;
import assay.sandbox.engine.Engine;
import assay.sandbox.engine.EngineSetup;
import assay.sandbox.image.ImageSource;
import assay.sandbox.image.Images;
import assay.sandbox.image.SandboxImages;
import assay.sandbox.image.TrainerImage;
import assay.sandbox.session.JailedTrainingGround;
import assay.sandbox.train.TrainerKit;
import java.util.Map;

/** Sees to an engine and the images, and opens the sandbox over them. */
final class Containers {
    private final Installation installation;
    private final Console console;
    private final Map<String, String> environment;

    Containers(Installation installation, Console console, Map<String, String> environment) {
        this.installation = requireNonNull(installation, "installation is null");
        this.console = requireNonNull(console, "console is null");
        this.environment = Map.copyOf(environment);
    }

    /** @param ahead how many sandboxes are started before they are asked for */
    Sandbox open(SandboxOptions options, int ahead) {
        Engine engine = engine(options.yes);
        SandboxImages images = new SandboxImages(engine, installation.cache(), console::say);
        Images ready = options.base.isEmpty() ? images.ensure() : images.ensure(new ImageSource.FromBase(options.base));
        return DockerSandbox.open(engine, ready, new DockerSettings(options.runtime, ahead));
    }

    /** Sees to the image that trains, too; the data is mounted from this machine. */
    TrainingGround openTraining(SandboxOptions options, TrainingData data) {
        Engine engine = engine(options.yes);
        TrainerKit kit = TrainerKit.ofThisProgram();
        ImageSource source = options.base.isEmpty()
                ? ImageSource.ofThisMachine(engine.os(), engine.architecture())
                : new ImageSource.FromBase(options.base);
        String image = new TrainerImage(engine, installation.cache(), console::say).ensure(kit, source);
        return new JailedTrainingGround(
                new DockerTrainerJails(engine, image, options.runtime, kit, data::prepared), data);
    }

    /** What the machine enforces on that sandbox of this engine. */
    Floor floor(SandboxOptions options, Sandbox sandbox, SpyMemory memory) {
        try (Engine engine = engine(options.yes)) {
            return Floor.of(engine, sandbox, options.runtime, memory);
        }
    }

    /** Where the engine listens. */
    String endpoint(SandboxOptions options) {
        try (Engine engine = engine(options.yes)) {
            return engine.endpoint().toString();
        }
    }

    private Engine engine(boolean yes) {
        EngineSetup setup = new EngineSetup(environment, installation.cache().resolve("engine.log"));
        return switch (setup.ensure(new TerminalConsent(console, yes))) {
            case EngineSetup.Outcome.Ready(Engine engine) -> engine;
            case EngineSetup.Outcome.Unavailable(String why, String remedy) ->
                throw new GraderFault(GraderFault.Code.ENGINE, "find a Docker engine", why + "; what helps: " + remedy);
        };
    }
}
