package assay.e2e.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What an engine that was killed leaves mounted. */
final class Mounts {
    private Mounts() {}

    /** Unmounts all below that folder and deletes the folder. */
    static void removeBelow(Path folder) throws IOException, InterruptedException {
        List<String> mounted = Files.readAllLines(Path.of("/proc/self/mountinfo")).stream()
                .map(line -> line.split(" ")[4])
                .filter(place -> place.startsWith(folder + "/"))
                .sorted(Comparator.reverseOrder())
                .toList();
        for (String place : mounted) {
            new ProcessBuilder("umount", "--lazy", place).start().waitFor();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
