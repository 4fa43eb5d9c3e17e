package assay.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** How much memory this thread asks for, whether it is given back or not: an upper bound of what it holds at a time. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    private Allocation() {}

    static void atMost(int mebibytes, Action action) throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        action.run();
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).as("bytes allocated").isLessThan((long) mebibytes << 20);
    }
}
