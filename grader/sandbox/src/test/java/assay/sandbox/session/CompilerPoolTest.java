package assay.sandbox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.CompileOutcome;
import assay.core.port.CompileOutcome.Compiled;
import assay.core.port.CompileOutcome.Rejected;
import assay.runner.frame.FrameReader;
import assay.runner.frame.FromCompiler;
import assay.runner.frame.FromCompiler.Message;
import assay.runner.frame.Ready;
import assay.runner.frame.ToCompiler;
import assay.sandbox.jail.Ending;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who is blamed for a compiler that breaks, and which compilers are used again. */
final class CompilerPoolTest {
    private static final Limits LIMITS = new Limits(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            DataSize.ofMebibytes(64),
            DataSize.ofKibibytes(1));

    private final List<FakeJail<ToCompiler>> started = Collections.synchronizedList(new ArrayList<>());
    private Ending ending = new Ending(1, false);
    private final CompilerPool pool = new CompilerPool(this::compiler, () -> {});

    @Test
    void a_compiler_is_used_again() {
        assertThat(compile("good")).isInstanceOf(Compiled.class);
        assertThat(compile("error")).isInstanceOf(Rejected.class);
        assertThat(compile("good")).isInstanceOf(Compiled.class);

        assertThat(started).hasSize(1);
    }

    /** It would take longer to start another. */
    @Test
    void who_comes_while_it_is_busy_waits_for_it() throws Exception {
        compile("good");
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<CompileOutcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                outcomes.add(threads.submit(() -> compile("good")));
            }
            for (Future<CompileOutcome> outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(Compiled.class);
            }
        }
        assertThat(started).hasSize(1);
    }

    @Test
    void nobody_waits_for_one_that_has_gone() throws Exception {
        compile("good");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<CompileOutcome> hangs = threads.submit(() -> compile("hang"));
            Future<CompileOutcome> waits = threads.submit(() -> compile("good"));
            assertThat(waits.get()).isInstanceOf(Compiled.class);
            assertThat(hangs.get()).isInstanceOf(Rejected.class);
        }
        assertThat(started).hasSizeBetween(2, 3);
    }

    @Test
    void it_is_renewed_after_250_compilations() {
        for (int i = 0; i < 251; i++) {
            compile("good");
        }

        assertThat(started).hasSize(2);
        assertThat(started.getFirst().closed()).isTrue();
    }

    @Test
    void what_breaks_two_compilers_is_its_authors_fault() {
        assertThat(summary("crash")).isEqualTo("the compiler gave up: it crashed");
        assertThat(started).hasSize(2).allMatch(FakeJail::closed);
    }

    @Test
    void what_broke_a_fresh_compiler_once_is_nobodys_fault() {
        assertThat(compile("crash the first")).isInstanceOf(Compiled.class);
        assertThat(started).hasSize(2);
    }

    @Test
    void what_broke_a_used_compiler_is_tried_on_a_fresh_one() {
        compile("good");

        assertThat(compile("crash the used")).isInstanceOf(Compiled.class);
        assertThat(started).hasSize(2);
        assertThat(summary("crash")).isEqualTo("the compiler gave up: it crashed");
        assertThat(started).hasSize(3).allMatch(FakeJail::closed);
    }

    @Test
    void giving_up_is_the_end_of_a_compiler() {
        assertThat(summary("give up")).isEqualTo("the compiler gave up: too much");
        assertThat(started.getFirst().closed()).isTrue();
    }

    @Test
    void time_memory_and_nonsense_have_names() {
        assertThat(summary("hang")).isEqualTo("the compiler gave up: it took longer than 0.5 s");
        assertThat(summary("nonsense")).startsWith("the compiler gave up: it said what cannot be understood");
        ending = new Ending(137, true);
        assertThat(summary("crash"))
                .isEqualTo("the compiler gave up: the program takes more memory to compile than there is");
    }

    @Test
    void what_is_too_slow_for_a_fresh_compiler_is_not_tried_again() {
        summary("hang");
        assertThat(started).hasSize(1);

        compile("good");
        summary("hang");
        assertThat(started).hasSize(3);
    }

    @Test
    void a_compiler_that_was_killed_from_outside_is_our_fault() {
        ending = new Ending(137, false, true);

        assertThatThrownBy(() -> compile("crash"))
                .isInstanceOf(GraderFault.class)
                .hasMessageContaining("something outside it killed it");
        assertThat(started).hasSize(1).allMatch(FakeJail::closed);
    }

    @Test
    void nobody_is_blamed_once_the_sandbox_is_closed() {
        CompilerPool closed = new CompilerPool(this::compiler, () -> {
            throw new GraderFault(GraderFault.Code.SANDBOX, "use the sandbox", "it is closed");
        });

        assertThatThrownBy(() -> closed.compile(List.of(new SourceFile("A.java", "crash")), LIMITS))
                .isInstanceOf(GraderFault.class);
    }

    /** Neither one that could not be started nor one that could not be asked is still there. */
    @Test
    void nobody_waits_for_one_that_ended_in_an_error() {
        boolean[] broken = {true};
        CompilerPool breaks = new CompilerPool(
                () -> {
                    if (broken[0]) {
                        throw new StackOverflowError("starting");
                    }
                    return compiler();
                },
                () -> {});
        List<SourceFile> good = List.of(new SourceFile("A.java", "good"));
        List<SourceFile> unreadable = new AbstractList<>() {
            @Override
            public SourceFile get(int index) {
                throw new StackOverflowError("reading");
            }

            @Override
            public int size() {
                return 1;
            }
        };

        assertThatThrownBy(() -> breaks.compile(good, LIMITS)).hasMessage("starting");
        broken[0] = false;
        assertThat(taken(() -> breaks.compile(good, LIMITS))).isLessThan(CompilerPool.PATIENCE);
        assertThatThrownBy(() -> breaks.compile(unreadable, LIMITS)).hasMessage("reading");
        assertThat(taken(() -> breaks.compile(good, LIMITS))).isLessThan(CompilerPool.PATIENCE);
        assertThat(started).hasSize(2);
        assertThat(started.getFirst().closed()).isTrue();
    }

    private static Duration taken(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private CompileOutcome compile(String source) {
        return pool.compile(List.of(new SourceFile("A.java", source)), LIMITS);
    }

    private String summary(String source) {
        CompileOutcome outcome = compile(source);
        assertThat(outcome).isInstanceOf(Rejected.class);
        return ((Rejected) outcome).summary();
    }

    private Line<FromCompiler> compiler() {
        boolean first = started.isEmpty();
        FakeJail<ToCompiler> jail = new FakeJail<>(FrameReader::toCompiler, ending, process -> {
            process.hear();
            process.say(new Ready());
            for (int served = 0; ; served++) {
                ToCompiler.Compile request = (ToCompiler.Compile) process.hear();
                String text = request.sources().getFirst().text();
                switch (text) {
                    case "good" -> process.say(new FromCompiler.Compiled(List.of(), List.of()));
                    case "error" -> process.say(new FromCompiler.Rejected("the compiler found 1 error", error()));
                    case "give up" ->
                        process.say(new FromCompiler.Rejected("the compiler gave up: too much", List.of()));
                    case "hang" -> process.hang();
                    case "nonsense" -> process.sayBytes(new byte[64]);
                    case "crash the first" -> {
                        if (first) {
                            return;
                        }
                        process.say(new FromCompiler.Compiled(List.of(), List.of()));
                    }
                    case "crash the used" -> {
                        if (served > 0) {
                            return;
                        }
                        process.say(new FromCompiler.Compiled(List.of(), List.of()));
                    }
                    default -> {
                        return;
                    }
                }
            }
        });
        started.add(jail);
        return Line.toCompiler(jail).greet(Duration.ofSeconds(5));
    }

    private static List<Message> error() {
        return List.of(new Message(true, "A.java", 1, 1, "no", ""));
    }
}
