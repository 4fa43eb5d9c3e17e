package assay.cli.bench;

import java.util.List;
import java.util.stream.IntStream;

/** Threads that keep processors busy until closed. */
final class Burners implements AutoCloseable {
    private final List<Thread> threads;
    private volatile boolean over;

    private Burners(int processors) {
        threads = IntStream.range(0, processors)
                .mapToObj(index ->
                        Thread.ofPlatform().daemon().name("burner-" + index).unstarted(this::burn))
                .toList();
    }

    static Burners on(int processors) {
        Burners burners = new Burners(processors);
        burners.threads.forEach(Thread::start);
        return burners;
    }

    private void burn() {
        while (!over) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
