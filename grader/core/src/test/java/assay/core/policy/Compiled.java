package assay.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.port.Classes;
import assay.kernels.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Class files of a test's own source. */
public final class Compiled {
    private Compiled() {}

    /** The classes of one source file, {@code Mine.java}. */
    public static Classes of(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> out = new TreeMap<>();
        JavaFileManager files = new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('$', '_')), kind) {
                    @Override
                    public OutputStream openOutputStream() throws IOException {
                        return out.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
                    }
                };
            }
        };
        JavaFileObject input = new SimpleJavaFileObject(URI.create("memory:///Mine.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
                return source;
            }
        };
        assertThat(compiler.getTask(
                                null, files, null, List.of("-g", "-proc:none", "-cp", kernels()), null, List.of(input))
                        .call())
                .isTrue();
        return new Classes(out.entrySet().stream()
                .map(file ->
                        new Classes.ClassFile(file.getKey(), file.getValue().toByteArray()))
                .toList());
    }

    private static String kernels() {
        return Tensor.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    }
}
