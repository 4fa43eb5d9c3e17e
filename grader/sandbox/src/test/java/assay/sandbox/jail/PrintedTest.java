package assay.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PrintedTest {
    private final Printed printed = new Printed();

    @Test
    void text_within_the_limit_is_kept_whole() {
        print("grüß\n");

        assertThat(printed.text()).isEqualTo("grüß\n");
        assertThat(printed.flooded()).isFalse();
    }

    @Test
    void going_over_the_limit_is_told_once() {
        AtomicInteger told = new AtomicInteger();
        printed.begin(3, told::incrementAndGet);

        print("abc");
        assertThat(told).hasValue(0);
        print("d");
        print("e");

        assertThat(told).hasValue(1);
        assertThat(printed.flooded()).isTrue();
    }

    @Test
    void what_is_kept_is_cut_between_code_points() {
        print("a");
        print("€".repeat(Printed.KEPT_BYTES)); // three bytes each: the last one kept would be torn

        String text = printed.text();

        assertThat(text).endsWith("€\n… (cut)").doesNotContain("\uFFFD");
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(Printed.KEPT_BYTES + 20);
    }

    @Test
    void what_is_no_text_shows_as_such() {
        printed.write(new byte[] {'x', (byte) 0xff}, 0, 2);

        assertThat(printed.text()).isEqualTo("x\uFFFD");
    }

    @Test
    void each_call_begins_with_nothing() {
        printed.begin(1, () -> {});
        print("ab");
        printed.begin(1, () -> {});

        assertThat(printed.text()).isEmpty();
        assertThat(printed.flooded()).isFalse();
    }

    private void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        printed.write(bytes, 0, bytes.length);
    }
}
