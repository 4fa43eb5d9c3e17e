package assay.sandbox.image;

import assay.core.domain.GraderFault;
import assay.sandbox.train.TrainerKit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What goes into the image that trains, besides Java: the recipes and jars. Our own jars are made anew, so that they
 * have the same bytes whenever their classes have; the others, which are large, are never held in memory.
 */
final class TrainerContext {
    private static final List<String> RECIPES = List.of("RootFs.java", "Dockerfile", "Dockerfile.local");
    private static final String NAMES = "trainer.jars";

    /** By the name in the image, in the order of the class path. */
    private final SequencedMap<String, Path> jars;

    private TrainerContext(SequencedMap<String, Path> jars) {
        this.jars = jars;
    }

    static TrainerContext of(TrainerKit kit) {
        SequencedMap<String, Path> jars = new LinkedHashMap<>();
        for (Path path : kit.run()) {
            jars.putIfAbsent(kit.nameOf(path), path);
        }
        return new TrainerContext(jars);
    }

    /** Over all of it and whatever else the image depends on. */
    String digest(String rest) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
            for (String recipe : RECIPES) {
                out.write(BuildContext.resource(recipe));
            }
            for (Map.Entry<String, Path> jar : jars.entrySet()) {
                out.write(jar.getKey().getBytes(StandardCharsets.UTF_8));
                copy(jar.getValue(), out);
            }
            out.write(rest.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "read what goes into the trainer's image", e);
        }
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String recipe : RECIPES) {
            Files.write(folder.resolve(recipe), BuildContext.resource(recipe));
        }
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            Path target = folder.resolve(jar.getKey());
            try (OutputStream out = Files.newOutputStream(target)) {
                copy(jar.getValue(), out);
            }
            Files.setLastModifiedTime(target, BuildContext.TIME);
        }
        Files.write(folder.resolve(NAMES), jars.keySet());
    }

    private static void copy(Path jar, OutputStream out) throws IOException {
        if (Files.isDirectory(jar)) {
            out.write(DeterministicJar.of(jar));
            return;
        }
        try (InputStream in = Files.newInputStream(jar)) {
            in.transferTo(out);
        }
    }
}
