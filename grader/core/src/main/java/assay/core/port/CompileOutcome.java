package assay.core.port;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What came of a compilation. Every text is a stranger's: capped, and to be escaped where it is shown. */
public sealed interface CompileOutcome {
    List<Diagnostic> diagnostics();

    /** Class files came out; there may be warnings. */
    record Compiled(Classes classes, List<Diagnostic> diagnostics) implements CompileOutcome {
        public Compiled {
            requireNonNull(classes, "classes is null");
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * The compiler refused, gave up or ran out of a limit.
     *
     * @param summary one sentence, e.g. {@code the compiler found 2 errors}
     */
    record Rejected(String summary, List<Diagnostic> diagnostics) implements CompileOutcome {
        public Rejected {
            requireNonNull(summary, "summary is null");
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
