package assay.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.domain.DataSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JvmFlagsTest {
    @ParameterizedTest
    @CsvSource({"512, -Xmx412m", "256, -Xmx156m", "128, -Xmx32m", "64, -Xmx16m"})
    void the_heap_leaves_room_for_what_is_not_heap(long mebibytes, String flag) {
        assertThat(JvmFlags.of(Program.BRIEF_RUNNER, DataSize.ofMebibytes(mebibytes)))
                .contains(flag);
    }
}
