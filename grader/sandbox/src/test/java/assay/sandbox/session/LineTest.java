package assay.sandbox.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.GraderFault;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FromRunner;
import assay.runner.frame.Ready;
import assay.runner.frame.ToRunner;
import assay.sandbox.jail.Ending;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class LineTest {
    @Test
    @Timeout(20)
    void what_breaks_the_listener_is_our_fault_at_once() {
        FakeJail<ToRunner> jail = new FakeJail<>(FrameReader::toRunner, new Ending(0, false), process -> {
            process.hear();
            process.say(new Ready());
            process.hear();
            process.breakOutput(new OutOfMemoryError("no room for a frame"));
            process.hang();
        });
        try (Line<FromRunner> line = Line.toRunner(jail).greet(Duration.ofSeconds(5))) {
            line.say(new ToRunner.Load(List.of()));

            assertThatThrownBy(() ->
                            line.hear(System.nanoTime() + Duration.ofMinutes(5).toNanos()))
                    .isInstanceOf(GraderFault.class)
                    .hasMessageContaining("no room for a frame");
        }
    }
}
