package assay.sandbox.image;

import assay.core.domain.GraderFault;
import assay.sandbox.engine.Engine;
import assay.sandbox.files.Trees;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One run of the builders, with the folder that it works in. */
final class ImageBuild implements AutoCloseable {
    private static final long WITHIN_MINUTES = 15;

    private final Engine engine;
    private final Path folder;
    private boolean assembled;

    /** Only one at a time may work in {@code work}; what one that was killed left there is removed. */
    ImageBuild(Engine engine, Path work) {
        this.engine = engine;
        this.folder = work.resolve("images");
        try {
            Trees.delete(folder);
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "make a folder to build images in", e);
        }
    }

    void build(Context context, ImageSource source, ImageKind kind, String name) {
        try {
            Path files = folder.resolve("context");
            context.writeTo(files);
            Path tar = folder.resolve(kind.target() + ".tar");
            switch (source) {
                case ImageSource.FromJdk(Path home) -> {
                    assemble(home, files);
                    try (TarFile out = TarFile.create(tar)) {
                        out.addTree(files, "");
                        out.addTree(folder.resolve("rootfs").resolve(kind.target()), "rootfs");
                    }
                    send(tar, kind, name, "Dockerfile.local", command -> command);
                }
                case ImageSource.FromBase(String base) -> {
                    try (TarFile out = TarFile.create(tar)) {
                        out.addTree(files, "");
                    }
                    send(
                            tar,
                            kind,
                            name,
                            "Dockerfile",
                            command -> command.withBuildArg("BASE", base).withTarget(kind.target()));
                }
            }
            Files.delete(tar);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "build the image " + kind.tag(name), e);
        }
    }

    @Override
    public void close() {
        try {
            Trees.delete(folder);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "tidy up after building images", e);
        }
    }

    private void assemble(Path home, Path files) throws IOException {
        if (!assembled) {
            Assembly.run(home, files, folder.resolve("rootfs"), folder.resolve("rootfs.log"));
            assembled = true;
        }
    }

    private void send(Path tar, ImageKind kind, String name, String dockerfile, Detail detail) throws IOException {
        try (InputStream in = Files.newInputStream(tar);
                BuildImageResultCallback result = new BuildImageResultCallback()) {
            BuildImageCmd command = engine.client()
                    .buildImageCmd(in)
                    .withDockerfilePath(dockerfile)
                    .withTags(Set.of(kind.tag(name)))
                    .withLabels(Map.of(ImageKind.LABEL, kind.target()))
                    .withNetworkMode("none")
                    .withForcerm(true);
            detail.of(command).exec(result).awaitImageId(WITHIN_MINUTES, TimeUnit.MINUTES);
        } catch (RuntimeException e) { // refused by the engine, or not even reached
            throw new GraderFault(GraderFault.Code.IMAGE, "build the image " + kind.tag(name), e);
        }
    }

    /** What an image is made from. */
    interface Context {
        void writeTo(Path folder) throws IOException;
    }

    /** What one way of building says besides. */
    private interface Detail {
        BuildImageCmd of(BuildImageCmd command);
    }
}
