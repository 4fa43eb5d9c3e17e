package assay.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HierarchyTest {
    private static final int SUBCLASSES = 1000;

    @Test
    void a_library_that_is_not_known_may_call_all_there_is() {
        Hierarchy known = below(scanned("Base", List.of("java.lang.Runnable"), "mine"));
        Hierarchy unknown = below(scanned("Base", List.of("java.lang.Runnable", "foreign.Work"), "mine"));

        assertThat(known.calledFromOutside("C0")).contains("run", "toString").doesNotContain("mine", "below");
        assertThat(unknown.calledFromOutside("C0")).contains("run", "toString", "mine", "below");
    }

    /** Fifty libraries above forty thousand methods, and below them a thousand classes that inherit all. */
    @Test
    void methods_that_are_gone_through_again_and_again_take_too_long() {
        List<String> foreign =
                IntStream.range(0, 50).mapToObj(i -> "foreign.I" + i).toList();
        String[] many = IntStream.range(0, 40_000).mapToObj(i -> "m" + i).toArray(String[]::new);

        assertTooLong(below(scanned("Base", foreign, many))::calledFromOutside);
        assertTooLong(below(scanned("Base", List.of(), many))::ownMethods);
    }

    private static void assertTooLong(Consumer<String> question) {
        assertThatThrownBy(() -> IntStream.range(0, SUBCLASSES).forEach(i -> question.accept("C" + i)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("take too long to follow");
    }

    private static Hierarchy below(ScannedClass base) {
        Map<String, ScannedClass> classes = new HashMap<>(Map.of(base.name(), base));
        IntStream.range(0, SUBCLASSES)
                .mapToObj(i -> scanned("C" + i, List.of(base.name()), "below"))
                .forEach(each -> classes.put(each.name(), each));
        return new Hierarchy(classes);
    }

    private static ScannedClass scanned(String name, List<String> supertypes, String... methods) {
        return new ScannedClass(
                name,
                "",
                supertypes,
                Stream.of(methods)
                        .map(method -> new ScannedMethod(name, method, method + "()V", false, List.of()))
                        .collect(Collectors.toMap(ScannedMethod::signature, Function.identity())));
    }
}
