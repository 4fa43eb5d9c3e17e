package assay.sandbox.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class LendingTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void the_first_is_made_and_then_lent_again() throws Exception {
        Lending<String> lending = new Lending<>(1, FOR_EVER);

        assertThat(lending.take()).isEmpty();
        lending.giveBack("one");
        assertThat(lending.take()).contains("one");
    }

    @Test
    void who_waits_gets_what_comes_back() throws Exception {
        Lending<String> lending = new Lending<>(1, FOR_EVER);
        lending.take();
        Future<Optional<String>> waits = threads.submit(lending::take);

        lending.giveBack("one");

        assertThat(waits.get()).contains("one");
    }

    @Test
    void another_is_made_where_too_many_would_wait() throws Exception {
        Lending<String> lending = new Lending<>(2, FOR_EVER);
        lending.take();
        CompletionService<Optional<String>> takers = new ExecutorCompletionService<>(threads);
        for (int i = 0; i < 3; i++) {
            takers.submit(lending::take);
        }
        assertThat(takers.take().get()).isEmpty();
        assertThat(takers.poll(100, TimeUnit.MILLISECONDS)).isNull();

        lending.giveBack("one");
        assertThat(takers.take().get()).contains("one");
    }

    @Test
    void another_is_made_where_one_would_wait_too_long() throws Exception {
        Lending<String> lending = new Lending<>(8, Duration.ofMillis(20));
        lending.take();

        assertThat(lending.take()).isEmpty();
    }

    @Test
    void another_is_made_at_once_where_the_last_has_gone() throws Exception {
        Lending<String> lending = new Lending<>(1, FOR_EVER);
        lending.take();
        Future<Optional<String>> waits = threads.submit(lending::take);

        lending.gone();

        assertThat(waits.get()).isEmpty();
    }

    @Test
    void whoever_makes_one_unasked_makes_room_for_more_to_wait() throws Exception {
        Lending<String> lending = new Lending<>(1, FOR_EVER);
        lending.take();
        lending.gone();
        lending.added();
        Future<Optional<String>> waits = threads.submit(lending::take);

        lending.giveBack("one");

        assertThat(waits.get()).contains("one");
    }
}
