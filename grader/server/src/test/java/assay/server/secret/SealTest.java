package assay.server.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SealTest {
    private static final byte[] SECRET = "thirty-two bytes that matter all".getBytes(StandardCharsets.UTF_8);

    @Test
    void its_token_opens_it() {
        String token = Tokens.draw();

        assertThat(Seal.open(Seal.close(SECRET, token), token).orElseThrow()).containsExactly(SECRET);
    }

    @Test
    void another_token_does_not() {
        assertThat(Seal.open(Seal.close(SECRET, Tokens.draw()), Tokens.draw())).isEmpty();
    }

    @Test
    void what_was_changed_does_not_open() {
        String token = Tokens.draw();
        byte[] sealed = Seal.close(SECRET, token);
        sealed[sealed.length - 1] ^= 1;

        assertThat(Seal.open(sealed, token)).isEmpty();
        assertThat(Seal.open(new byte[3], token)).isEmpty();
    }

    @Test
    void the_same_secret_is_sealed_differently_each_time() {
        String token = Tokens.draw();

        assertThat(Seal.close(SECRET, token)).isNotEqualTo(Seal.close(SECRET, token));
    }
}
