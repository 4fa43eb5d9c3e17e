package assay.runner.frame;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What the host says to a compiler. */
public sealed interface ToCompiler extends Frame permits Hello, ToCompiler.Compile {
    /** Compile these together; answered by {@link FromCompiler.Compiled} or {@link FromCompiler.Rejected}. */
    record Compile(List<Source> sources) implements ToCompiler {
        public Compile {
            sources = List.copyOf(sources);
        }
    }

    /**
     * One source file.
     *
     * @param path as the student gave it, with slashes; it need not match the package
     */
    record Source(String path, String text) {
        public Source {
            requireNonNull(path, "path is null");
            requireNonNull(text, "text is null");
        }
    }
}
