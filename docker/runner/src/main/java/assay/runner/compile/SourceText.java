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

    SourceText(ToCompiler.Source source) {
        super(uri(source.path()), Kind.SOURCE);
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
    private static URI uri(String path) {
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        return URI.create("memory:///"
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
