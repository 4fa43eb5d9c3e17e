package assay.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class PipeTest {
    @Test
    void what_goes_in_comes_out_in_order_and_then_the_end() throws Exception {
        Pipe pipe = Pipe.unlimited();
        pipe.out().write("ab".getBytes(StandardCharsets.UTF_8));
        pipe.out().write('c');
        pipe.end();

        assertThat(new String(pipe.in().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("abc");
    }

    @Test
    void the_writers_buffer_is_copied() throws Exception {
        Pipe pipe = Pipe.unlimited();
        byte[] buffer = {1};
        pipe.out().write(buffer);
        buffer[0] = 2;

        assertThat(pipe.in().read()).isEqualTo(1);
    }

    @Test
    void a_full_pipe_holds_its_writer_until_it_is_read() throws Exception {
        Pipe pipe = Pipe.holding(2);
        pipe.out().write(new byte[2]);
        CompletableFuture<Void> more = writing(pipe, new byte[] {7});
        assertThatThrownBy(() -> more.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        assertThat(pipe.in().readNBytes(2)).hasSize(2);

        more.get(5, TimeUnit.SECONDS);
        assertThat(pipe.in().read()).isEqualTo(7);
    }

    @Test
    void discarding_frees_writer_and_reader() throws Exception {
        Pipe pipe = Pipe.holding(1);
        pipe.out().write(1);
        CompletableFuture<Void> more = writing(pipe, new byte[] {2});

        pipe.discard();

        more.get(5, TimeUnit.SECONDS);
        assertThat(pipe.in().read()).isEqualTo(-1);
    }

    private static CompletableFuture<Void> writing(Pipe pipe, byte[] bytes) {
        return CompletableFuture.runAsync(() -> {
            try {
                pipe.out().write(bytes);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
