package assay.core.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DigestsTest {
    @Test
    void bytes_have_the_digest_that_sha256sum_prints() {
        assertThat(Digests.of("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void fields_do_not_run_into_one_another() {
        assertThat(Digests.ofFields("ab", "c")).isNotEqualTo(Digests.ofFields("a", "bc"));
        assertThat(Digests.ofFields("ab", "")).isNotEqualTo(Digests.ofFields("ab"));
        assertThat(Digests.ofFields()).isNotEqualTo(Digests.ofFields(""));
    }

    @Test
    void the_same_fields_have_the_same_digest() {
        assertThat(Digests.ofFields("ä", "b")).isEqualTo(Digests.ofFields(List.of("ä", "b")));
    }
}
