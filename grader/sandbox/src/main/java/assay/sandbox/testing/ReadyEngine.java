package assay.sandbox.testing;

import assay.sandbox.engine.Consent;
import assay.sandbox.engine.Engine;
import assay.sandbox.engine.EngineSetup;
import assay.sandbox.image.Images;
import assay.sandbox.image.SandboxImages;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine and the images for tests that need Docker, one of each for a JVM. As for a user, an engine that is missing
 * is installed and started; where that cannot be, every such test fails and says why. To leave those tests out:
 * {@code -DnoDocker}.
 */
public final class ReadyEngine {
    private static final Logger logger = LoggerFactory.getLogger(ReadyEngine.class);

    private ReadyEngine() {}

    public static Engine get() {
        return OfEngine.ENGINE;
    }

    public static Images images() {
        return OfImages.IMAGES;
    }

    /** Where tests may build images. */
    public static Path work() {
        return Path.of(System.getProperty("user.home"), ".cache", "assay");
    }

    private static final class OfEngine {
        static final Engine ENGINE = ready();

        private static Engine ready() {
            EngineSetup setup = new EngineSetup(System.getenv(), work().resolve("engine.log"));
            return switch (setup.ensure(Consent.given())) {
                case EngineSetup.Outcome.Ready(Engine engine) -> engine;
                case EngineSetup.Outcome.Unavailable(String why, String remedy) ->
                    throw new IllegalStateException(why + "; remedy: " + remedy);
            };
        }
    }

    private static final class OfImages {
        static final Images IMAGES = new SandboxImages(get(), work(), logger::info).ensure();
    }
}
