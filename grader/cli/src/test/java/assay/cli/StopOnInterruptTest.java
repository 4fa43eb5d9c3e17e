package assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.Classes;
import assay.core.port.CompileOutcome;
import assay.core.port.Pace;
import assay.core.port.Sandbox;
import assay.core.port.SandboxSession;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StopOnInterruptTest {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Console console =
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), Optional.empty());

    @Test
    void the_work_is_stopped_and_the_end_waits_until_all_is_written() throws Exception {
        StopOnInterrupt stop = StopOnInterrupt.of(new Watched(), console);
        stop.stopsBy(stopped::countDown);
        try (ExecutorService hook = Executors.newSingleThreadExecutor()) {
            Future<?> end = hook.submit(stop::stop);
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stopped.getCount()).isZero();
            assertThat(end).isNotDone();

            stop.close();
            end.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void work_that_begins_after_the_interrupt_is_stopped_at_once() {
        StopOnInterrupt stop = StopOnInterrupt.of(new Watched(), console);
        stop.close();
        stop.stop();

        stop.stopsBy(stopped::countDown);

        assertThat(stopped.getCount()).isZero();
    }

    /** Knows whether it was closed. */
    private final class Watched implements Sandbox {
        @Override
        public CompileOutcome compile(List<SourceFile> sources, Limits limits) {
            throw new AssertionError("nothing is compiled");
        }

        @Override
        public SandboxSession open(Classes classes, Limits limits, Pace pace) {
            throw new AssertionError("nothing is run");
        }

        @Override
        public Map<String, String> description() {
            return Map.of();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
