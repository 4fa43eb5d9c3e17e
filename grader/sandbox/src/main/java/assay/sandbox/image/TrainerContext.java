package assay.sandbox.image;

import assay.core.domain.Digests;
import assay.core.domain.GraderFault;
import assay.sandbox.train.TrainerKit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<String> fields = new ArrayList<>();
        try {
            for (String recipe : RECIPES) {
                fields.add(Digests.of(BuildContext.resource(recipe)));
            }
            for (Map.Entry<String, Path> jar : jars.entrySet()) {
                fields.add(jar.getKey());
                try (InputStream in = opened(jar.getValue())) {
                    fields.add(Digests.of(in));
                }
            }
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "read what goes into the trainer's image", e);
        }
        fields.add(rest);
        return Digests.ofFields(fields);
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String recipe : RECIPES) {
            Files.write(folder.resolve(recipe), BuildContext.resource(recipe));
        }
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            Path target = folder.resolve(jar.getKey());
            try (InputStream in = opened(jar.getValue())) {
                Files.copy(in, target);
            }
            Files.setLastModifiedTime(target, BuildContext.TIME);
        }
        Files.write(folder.resolve(NAMES), jars.keySet());
    }

    private static InputStream opened(Path jar) throws IOException {
        return Files.isDirectory(jar) ? new ByteArrayInputStream(DeterministicJar.of(jar)) : Files.newInputStream(jar);
    }
}
