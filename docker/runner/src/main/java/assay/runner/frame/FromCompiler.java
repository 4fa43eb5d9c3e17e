package assay.runner.frame;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a compiler answers. Every text is a stranger's. */
public sealed interface FromCompiler extends Frame permits Ready, FromCompiler.Compiled, FromCompiler.Rejected {
    /** Class files came out; there may be warnings. */
    record Compiled(List<ClassFile> classes, List<Message> diagnostics) implements FromCompiler {
        public Compiled {
            classes = List.copyOf(classes);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * The compiler refused or gave up; where it gave up, the process ends after this frame.
     *
     * @param summary one sentence to the student
     */
    record Rejected(String summary, List<Message> diagnostics) implements FromCompiler {
        public Rejected {
            requireNonNull(summary, "summary is null");
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * One message of the compiler.
     *
     * @param path of the source file as it came in, empty where there is none
     * @param line from 1; 0 where there is none
     * @param column from 1; 0 where there is none
     * @param sourceLine the line of source, capped; empty where there is none
     */
    record Message(boolean error, String path, int line, int column, String message, String sourceLine) {
        public Message {
            requireNonNull(path, "path is null");
            requireNonNull(message, "message is null");
            requireNonNull(sourceLine, "sourceLine is null");
        }
    }
}
