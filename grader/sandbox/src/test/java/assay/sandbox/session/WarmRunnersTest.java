package assay.sandbox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FromRunner;
import assay.sandbox.jail.Ending;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WarmRunnersTest {
    private static final DataSize MEMORY = DataSize.ofMebibytes(64);

    @Test
    void as_many_are_started_at_once_as_are_asked_for() throws InterruptedException, ExecutionException {
        CountDownLatch together = new CountDownLatch(4);
        WarmRunners runners = new WarmRunners(1, memory -> {
            together.countDown();
            awaitDeaf(together);
            return line();
        });
        try (runners;
                ExecutorService jobs = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Line<FromRunner>>> taken = IntStream.range(0, 4)
                    .mapToObj(job -> jobs.submit(() -> runners.take(MEMORY)))
                    .toList();

            for (Future<Line<FromRunner>> line : taken) {
                assertThat(line.get()).isNotNull();
            }
        }
    }

    @Test
    void those_that_are_expected_start_before_anybody_takes_one() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(2);
        AtomicInteger all = new AtomicInteger();
        WarmRunners runners = new WarmRunners(2, memory -> {
            all.incrementAndGet();
            started.countDown();
            return line();
        });
        try (runners) {
            runners.expect(MEMORY);
            runners.expect(MEMORY);
            started.await();

            assertThat(all).hasValue(2);
        }
        assertThatCode(() -> runners.expect(DataSize.ofMebibytes(32))).doesNotThrowAnyException();
    }

    @Test
    void closing_ends_the_waiting_for_a_runner_that_does_not_come() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        WarmRunners runners = new WarmRunners(1, memory -> {
            asked.countDown();
            awaitDeaf(released);
            return line();
        });
        try (ExecutorService jobs = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Line<FromRunner>> taken = jobs.submit(() -> runners.take(MEMORY));
            asked.await();

            runners.close();

            assertThatThrownBy(() -> taken.get(2, TimeUnit.SECONDS)).hasCauseInstanceOf(GraderFault.class);
            assertThatThrownBy(() -> runners.take(MEMORY)).isInstanceOf(GraderFault.class);
        } finally {
            released.countDown();
        }
    }

    private static Line<FromRunner> line() {
        return Line.toRunner(new FakeJail<>(FrameReader::toRunner, new Ending(0, false), process -> {}));
    }

    /** Whatever interrupts it: like a request to an engine that hangs. */
    private static void awaitDeaf(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                continue;
            }
        }
    }
}
