package assay.core.pipeline;

import assay.core.domain.Digests;
import assay.core.domain.GraderFault;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The classes of this module as they are running: a version says nothing of what was changed since. */
final class OwnCode {
    private static final String PACKAGE = "assay/core/";
    private static final String CLASS = ".class";

    private OwnCode() {}

    /**
     * SHA-256 over the class files, in order of their names; the same for a folder of classes and for the jar of them.
     *
     * @throws GraderFault where they cannot be read
     */
    static String digest() {
        CodeSource source = OwnCode.class.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            throw new GraderFault(GraderFault.Code.STORAGE, "find Assay's own classes", "the JVM does not say where");
        }
        try {
            return digest(Path.of(location.toURI()));
        } catch (IOException | URISyntaxException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "read Assay's own classes in " + location, e);
        }
    }

    /** @param classes a folder, or a jar */
    static String digest(Path classes) throws IOException {
        SortedMap<String, byte[]> files = Files.isDirectory(classes) ? ofFolder(classes) : ofJar(classes);
        List<String> fields = new ArrayList<>();
        files.forEach((name, bytes) -> {
            fields.add(name);
            fields.add(Digests.of(bytes));
        });
        return Digests.ofFields(fields);
    }

    private static SortedMap<String, byte[]> ofFolder(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder.resolve(PACKAGE))) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(CLASS)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    /** Not by the file system for jars, which takes several times as long. */
    private static SortedMap<String, byte[]> ofJar(Path path) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipFile jar = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(PACKAGE) && entry.getName().endsWith(CLASS)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
        return files;
    }
}
