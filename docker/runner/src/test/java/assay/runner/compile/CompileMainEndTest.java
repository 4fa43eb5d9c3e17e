package assay.runner.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.runner.Child;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.ToCompiler;
import assay.runner.frame.ToCompiler.Source;
import java.io.EOFException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends the compiler: a submission that is too much for it, and its host. */
@Timeout(60)
class CompileMainEndTest {
    @ParameterizedTest
    @MethodSource("bombs")
    void gives_up_on_what_is_too_much_and_ends(String text, String summary) throws Exception {
        try (Child<FromCompiler> own = Child.compiler("-Xmx128m")) {
            FromCompiler answer = own.ask(new ToCompiler.Compile(List.of(new Source("Bomb.java", text))));
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            FromCompiler.Rejected.class,
                            rejected -> assertThat(rejected.summary()).isEqualTo(summary));
            assertThat(own.exitCode()).isEqualTo(CompileMain.GAVE_UP);
            assertThatThrownBy(own::hear).isInstanceOf(EOFException.class);
        }
    }

    static List<Object[]> bombs() {
        String nested = "the compiler gave up: an expression or type is nested too deeply";
        String large = "the compiler gave up: the program takes more memory to compile than there is";
        String doubling = IntStream.range(1, 40)
                .mapToObj(i -> "static final String S" + i + " = S" + (i - 1) + " + S" + (i - 1) + ";")
                .collect(Collectors.joining("\n"));
        return Arrays.asList(
                new Object[] {"class Bomb { int x = " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + "; }", nested
                },
                new Object[] {"class Bomb { int a; int x = a" + " + a".repeat(300_000) + "; }", nested},
                new Object[] {"""
                    import java.util.*;
                    interface Bad<T> extends List<List<? super Bad<? super T>>> {}
                    class Bomb { void m(Bad<Integer> a) { List<? super Bad<Integer>> b = a; } }
                    """, nested},
                new Object[] {"class Bomb { static final String S0 = \"abcdefgh\";\n" + doubling + " }", large});
    }

    @Test
    void ends_when_the_host_hangs_up() throws Exception {
        try (Child<FromCompiler> own = Child.compiler()) {
            own.hangUp();
            assertThat(own.exitCode()).isZero();
            assertThat(own.printed()).isEmpty();
        }
    }
}
