package assay.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the grader's own process holds, to be compared before and after.
 *
 * @param heap bytes, after a collection
 * @param threads their names
 * @param descriptors open files, pipes and sockets; 0 where it cannot be told
 */
record OwnLoad(long heap, List<String> threads, long descriptors) {
    private static final long MORE_HEAP = 96L << 20;

    /** Far fewer than there are cases, so that one for each case shows. */
    private static final int MORE_THREADS = 30;

    private static final int MORE_DESCRIPTORS = 40;

    static OwnLoad now() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new OwnLoad(runtime.totalMemory() - runtime.freeMemory(), ownThreads(), openDescriptors());
    }

    void assertNotMuchMoreThan(OwnLoad before) {
        assertThat(heap - before.heap).as("bytes of heap").isLessThan(MORE_HEAP);
        assertThat(threads.size() - before.threads.size())
                .as("threads: %s", threads)
                .isLessThan(MORE_THREADS);
        assertThat(descriptors - before.descriptors).as("descriptors").isLessThan(MORE_DESCRIPTORS);
    }

    /** But for the JDK's own, which wait for child processes or carry virtual threads, and stay for a minute after the last. */
    private static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.startsWith("process reaper") && !name.startsWith("ForkJoinPool-1-"))
                .sorted()
                .toList();
    }

    private static long openDescriptors() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            return 0; // not Linux
        }
    }
}
