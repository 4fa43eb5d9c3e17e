package assay.runner.compile;

import assay.runner.frame.ClassFile;
import assay.runner.frame.FrameLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** The class files of one compilation, in memory and no more of them than a frame takes. */
final class CompiledClasses {
    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
    private long bytes;

    /** A file for that class; writing to it fails where there are too many or they are too long together. */
    JavaFileObject create(String className) {
        return new SimpleJavaFileObject(URI.create("memory:///classes/" + files.size()), JavaFileObject.Kind.CLASS) {
            @Override
            public OutputStream openOutputStream() throws IOException {
                if (files.size() >= FrameLimits.CLASSES) {
                    throw new IOException("more than " + FrameLimits.CLASSES + " classes");
                }
                count(className.getBytes(StandardCharsets.UTF_8).length);
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                files.put(className, file);
                return new Counted(file);
            }
        };
    }

    List<ClassFile> toList() {
        return files.entrySet().stream()
                .map(entry -> new ClassFile(entry.getKey(), entry.getValue().toByteArray()))
                .toList();
    }

    private void count(long more) throws IOException {
        bytes += more;
        if (bytes > FrameLimits.CLASS_BYTES) {
            throw new IOException("the classes take more than " + FrameLimits.CLASS_BYTES / 1024 / 1024 + " MiB");
        }
    }

    private final class Counted extends OutputStream {
        private final ByteArrayOutputStream file;

        Counted(ByteArrayOutputStream file) {
            this.file = file;
        }

        @Override
        public void write(int value) throws IOException {
            count(1);
            file.write(value);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            count(length);
            file.write(source, offset, length);
        }
    }
}
