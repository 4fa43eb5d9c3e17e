package assay.runner.compile;

import assay.runner.frame.ToCompiler;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.tools.SimpleJavaFileObject;

/** A source file in memory. javac takes its name for the file's, and never asks for its folder. */
final class SourceText extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    /**
     * A file.
     *
     * @param number tells it from other files of its name
     */
    SourceText(int number, ToCompiler.Source source) {
        super(uri(number, source.path()), Kind.SOURCE);
        this.path = source.path();
        this.text = source.text();
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    /** For javac's eyes only; what a path may not hold is escaped. */
    private static URI uri(int number, String path) {
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        return URI.create("memory:///" + number + "/"
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
