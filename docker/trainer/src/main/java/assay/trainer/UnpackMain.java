package assay.trainer;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes DJL unpack PyTorch into {@code DJL_CACHE_DIR}, and writes into the file that its argument names which shared
 * libraries this process has mapped, a path a line, those of Java left out: what an image needs. For Linux.
 */
public final class UnpackMain {
    private UnpackMain() {}

    public static void main(String[] args) throws IOException {
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
            if (manager.ones(new ai.djl.ndarray.types.Shape(2)).sum().getFloat() != 2) {
                throw new IllegalStateException("PyTorch cannot add");
            }
        }
        Path java = Path.of(System.getProperty("java.home")).toRealPath();
        SortedSet<String> libraries = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
            int slash = line.indexOf('/');
            boolean code = slash > 0 && line.substring(0, slash).contains("x");
            if (code && Files.isRegularFile(Path.of(line.substring(slash)))) {
                Path library = Path.of(line.substring(slash));
                if (!library.startsWith(java)) {
                    libraries.add(library.toString());
                }
            }
        }
        Files.write(Path.of(args[0]), libraries);
    }
}
