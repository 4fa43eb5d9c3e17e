package assay.sandbox.session;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.domain.SourceFile;
import assay.core.port.CompileOutcome;
import assay.core.port.CompileOutcome.Rejected;
import assay.runner.frame.FromCompiler;
import assay.sandbox.jail.Ending;
import assay.sandbox.jail.Jail;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Warm compilers, one for several threads that compile: to start another takes as long as twenty warm compilations, and
 * it is slow for its first fifty. A compiler serves one submission at a time, and another only if nothing was odd. Where a compiler breaks, it is tried once more on a fresh one, so that nobody pays for what
 * another left behind, or for a compiler that was ended from outside: what happens twice is the submission's doing.
 * What takes a fresh compiler longer than the limit is not tried again, since that would take as long once more.
 */
final class CompilerPool {
    /** Of a compiler's jail; more than javac needs for a hundred honest classes. */
    static final DataSize MEMORY = DataSize.ofMebibytes(768);

    private static final int SERVED_AT_MOST = 250;
    /** Of a submission's time a warm compilation is less than a tenth. */
    private static final int SHARED_BY = 8;
    /** With whatever takes the compiler's time; more than a compiler takes to start. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Supplier<Line<FromCompiler>> fresh;
    private final Runnable checkOpen;
    private final Lending<Compiler> compilers = new Lending<>(SHARED_BY, PATIENCE);

    /**
     * @param fresh a line to a compiler that is ready
     * @param checkOpen throws where the whole sandbox was closed
     */
    CompilerPool(Supplier<Line<FromCompiler>> fresh, Runnable checkOpen) {
        this.fresh = fresh;
        this.checkOpen = checkOpen;
    }

    CompileOutcome compile(List<SourceFile> sources, Limits limits) {
        Compiler compiler = take();
        Answer first = answer(compiler, sources, limits);
        return first.whole() || (first.slow() && compiler.served == 1)
                ? first.outcome()
                : answer(another(), sources, limits).outcome();
    }

    private Compiler take() {
        try {
            return compilers.take().orElseGet(this::start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraderFault(GraderFault.Code.SANDBOX, "wait for a compiler", "it was interrupted");
        }
    }

    private Compiler another() {
        compilers.added();
        return start();
    }

    private Compiler start() {
        boolean started = false;
        try {
            Compiler compiler = new Compiler(fresh.get());
            started = true;
            return compiler;
        } finally {
            if (!started) {
                compilers.gone();
            }
        }
    }

    private Answer answer(Compiler compiler, List<SourceFile> sources, Limits limits) {
        boolean kept = false;
        try {
            Answer answer = compiler.compile(sources, limits);
            kept = answer.whole() && compiler.served < SERVED_AT_MOST;
            checkOpen.run(); // what a closed sandbox said is nobody's fault
            return answer;
        } finally {
            if (kept) {
                compilers.giveBack(compiler);
            } else {
                compilers.gone();
                compiler.line.close(); // nobody else will
            }
        }
    }

    /**
     * What came of one try.
     *
     * @param whole whether the compiler can be trusted afterwards
     * @param slow whether it took longer than it may
     */
    private record Answer(CompileOutcome outcome, boolean whole, boolean slow) {
        Answer(CompileOutcome outcome, boolean whole) {
            this(outcome, whole, false);
        }

        static Answer broken(String why) {
            return new Answer(new Rejected("the compiler gave up: " + why, List.of()), false);
        }

        static Answer late(Duration limit) {
            return new Answer(
                    new Rejected("the compiler gave up: it took longer than " + Texts.seconds(limit), List.of()),
                    false,
                    true);
        }
    }

    /** One jail with a compiler in it. */
    private static final class Compiler {
        private final Line<FromCompiler> line;
        private int served;

        Compiler(Line<FromCompiler> line) {
            this.line = line;
        }

        Answer compile(List<SourceFile> sources, Limits limits) {
            served++;
            line.say(Translation.compile(sources));
            long until = System.nanoTime() + limits.compile().toNanos();
            return switch (line.hear(until)) {
                case Heard.Said<FromCompiler>(FromCompiler.Compiled frame, long at) ->
                    new Answer(Translation.compiled(frame), true);
                case Heard.Said<FromCompiler>(FromCompiler.Rejected frame, long at) ->
                    // Without a word about any line it is giving up, and its end.
                    new Answer(Translation.rejected(frame), !frame.diagnostics().isEmpty());
                case Heard.Said<FromCompiler> other -> Answer.broken("it said what cannot be understood");
                case Heard.Nonsense<FromCompiler>(String what, boolean tooLong) ->
                    Answer.broken("it said what cannot be understood: " + what);
                case Heard.HungUp<FromCompiler>() -> Answer.broken(end(line.jail()));
                case Heard.Silence<FromCompiler>() -> Answer.late(limits.compile());
            };
        }

        private static String end(Jail jail) {
            Ending ending = jail.ending(LAST_WORDS);
            Death.killedFromOutside(ending);
            return ending.outOfMemory() ? "the program takes more memory to compile than there is" : "it crashed";
        }
    }
}
