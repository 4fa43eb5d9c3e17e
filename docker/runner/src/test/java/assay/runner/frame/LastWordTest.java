package assay.runner.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

final class LastWordTest {
    @Test
    void is_a_whole_frame_that_the_host_understands() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LastWord word = new LastWord(out);
        word.prepare(Frames.NONCE);
        assertThat(out.size()).isZero();

        word.say();

        assertThat(Frames.read(FromRunner.class, out.toByteArray())).isEqualTo(new Exhausted());
        assertThat(Frames.read(FromTrainer.class, out.toByteArray())).isEqualTo(new Exhausted());
    }

    @Test
    void is_nothing_before_there_is_a_host_and_where_there_is_none_any_more() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LastWord(out).say();
        assertThat(out.size()).isZero();

        LastWord word = new LastWord(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("broken pipe");
            }
        });
        word.prepare(Frames.NONCE);
        word.say();
    }
}
