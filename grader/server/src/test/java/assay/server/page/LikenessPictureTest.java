package assay.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.alike.Spread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LikenessPictureTest {
    /** @param at bin and count, one after the other */
    private static Spread spread(int... at) {
        List<Long> counts = new ArrayList<>(Collections.nCopies(Spread.BINS, 0L));
        for (int i = 0; i < at.length; i += 2) {
            counts.set(at[i], (long) at[i + 1]);
        }
        return new Spread(counts);
    }

    @Test
    void one_pair_is_seen_beside_thousands() {
        LikenessPicture picture = LikenessPicture.of(spread(4, 4000, 6, 949, 19, 1));

        assertThat(picture.bars()).hasSize(20);
        assertThat(picture.bars().get(4)).isEqualTo(new LikenessPicture.Bar(100, "20 to 25 % alike: 4,000 pairs"));
        assertThat(picture.bars().get(6).height()).isEqualTo(23);
        assertThat(picture.bars().get(19)).isEqualTo(new LikenessPicture.Bar(3, "95 to 100 % alike: 1 pair"));
        assertThat(picture.bars().get(0).height()).isZero();
        assertThat(picture.summary())
                .isEqualTo(
                        "4,950 pairs: half of them are at most 25 % alike; 1 is 95 to 100 % alike, and none is more.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        17 | 1 | '1 pair, 85 to 90 % alike.'
        0  | 2 | '2 pairs: half of them are at most 5 % alike; 2 are 0 to 5 % alike, and none is more.'
        """)
    void few_pairs_are_told_as_well(int bin, int count, String words) {
        assertThat(LikenessPicture.of(spread(bin, count)).summary()).isEqualTo(words);
    }

    @Test
    void of_no_pairs_there_is_no_picture() {
        assertThat(LikenessPicture.of(Spread.NONE).bars()).isEmpty();
    }

    @Test
    void what_is_no_spread_is_refused() {
        assertThatThrownBy(() -> new Spread(List.of(1L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Spread(Collections.nCopies(Spread.BINS, -1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
