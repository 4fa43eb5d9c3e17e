package assay.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import assay.core.compare.TensorComparison.ErrorMap;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapsTest {
    private static final double ALLOWED = 1e-8; // one place may be off by 1e-4

    @Test
    void runs_of_one_colour_are_one_rectangle() {
        HeatMap map = HeatMaps.of(new ErrorMap(2, 4, List.of(0f, 1f, 1f, 1f, 0f, 0f, 1e-5f, 0f), "output"), ALLOWED);

        assertThat(map.layers())
                .extracting(HeatMap.Layer::level, HeatMap.Layer::path)
                .containsExactly(tuple(0, "M0 0h1v1h-1zM0 1h4v1h-4z"), tuple(4, "M1 0h3v1h-3z"));
    }

    @Test
    void colours_are_shares_of_the_largest_error_beyond_the_tolerance() {
        HeatMap map =
                HeatMaps.of(new ErrorMap(1, 6, List.of(1e-4f, 0.005f, 0.05f, 0.2f, 1f, Float.NaN), "output"), ALLOWED);

        assertThat(map.layers())
                .extracting(HeatMap.Layer::label)
                .containsExactly(
                        "within the tolerance",
                        "from 1.0e-4",
                        "from 0.010",
                        "from 0.100",
                        "from 0.500",
                        "NaN or infinity out of place");
    }

    @Test
    void the_picture_is_told_in_words() {
        HeatMap map = HeatMaps.of(new ErrorMap(2, 2, List.of(0f, 0.5f, 0f, Float.NaN), "output[1, 0]"), ALLOWED);

        assertThat(map.summary())
                .isEqualTo("2 of 4 cells differ, in rows 0 to 1 and columns 1. The largest error is 0.500, besides NaN"
                        + " or infinity.");
        assertThat(map.worst())
                .containsExactly(new HeatMap.Cell(1, 1, "not a number"), new HeatMap.Cell(0, 1, "0.500"));
    }

    @Test
    void a_map_without_a_wrong_cell_says_so() {
        HeatMap map = HeatMaps.of(new ErrorMap(2, 2, Collections.nCopies(4, 5e-5f), "output"), ALLOWED);

        assertThat(map.summary()).isEqualTo("No cell alone is beyond the tolerance.");
        assertThat(map.layers()).extracting(HeatMap.Layer::level).containsExactly(0);
    }
}
