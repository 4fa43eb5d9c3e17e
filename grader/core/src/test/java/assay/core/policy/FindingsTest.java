package assay.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.assignment.ForbiddenUse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FindingsTest {
    private static final List<ForbiddenUse> RULES = List.of(new ForbiddenUse("org.nd4j", "a library"));
    private static final int PARTS = 50;

    /** A class file of some kilobytes names thousands, and each class below it has them, too. */
    @Test
    void what_a_class_inherits_from_is_told_to_the_same_end() {
        List<String> forbidden =
                IntStream.range(0, 3000).mapToObj(i -> "org.nd4j.I" + i).toList();
        Map<String, ScannedClass> classes = Map.of("Mine", new ScannedClass("Mine", "", forbidden, Map.of()));
        Hierarchy hierarchy = new Hierarchy(classes);

        assertThat(new Findings(classes, hierarchy, RULES).in(Reached.everything(classes, hierarchy)))
                .hasSize(1000);
    }

    /** Each part is looked through by itself. */
    @Test
    void uses_that_each_part_reaches_take_too_long_in_the_end() {
        List<Use> uses = Collections.nCopies(100_000, new Use(Use.Kind.TYPE, "java.lang.Math", "", "", 1));
        ScannedMethod method = new ScannedMethod("Mine", "all", "all()V", true, uses);
        Map<String, ScannedClass> classes =
                Map.of("Mine", new ScannedClass("Mine", "", List.of(), Map.of(method.signature(), method)));
        Hierarchy hierarchy = new Hierarchy(classes);
        Findings findings = new Findings(classes, hierarchy, RULES);

        assertThatThrownBy(() ->
                        IntStream.range(0, PARTS).forEach(_ -> findings.in(Reached.everything(classes, hierarchy))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("take too long to follow");
    }
}
