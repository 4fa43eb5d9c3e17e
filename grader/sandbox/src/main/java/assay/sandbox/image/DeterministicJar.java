package assay.sandbox.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The classes below a folder or in a jar, as a jar that has the same bytes whenever the classes have, so that images
 * are built again only where something changed.
 */
final class DeterministicJar {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private DeterministicJar() {}

    static byte[] of(Path jarOrFolder) throws IOException {
        return of(jarOrFolder, new TreeMap<>());
    }

    /** @param besides texts by name that are put in as well */
    static byte[] of(Path jarOrFolder, SortedMap<String, String> besides) throws IOException {
        if (Files.isDirectory(jarOrFolder)) {
            return ofFolder(jarOrFolder, besides);
        }
        try (FileSystem jar = FileSystems.newFileSystem(jarOrFolder)) {
            return ofFolder(jar.getPath("/"), besides);
        }
    }

    private static byte[] ofFolder(Path root, SortedMap<String, String> besides) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> text : besides.entrySet()) {
                put(zip, text.getKey(), text.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (Path file : classes(root)) {
                put(zip, name(root, file), Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static List<Path> classes(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted(Comparator.comparing(file -> name(root, file)))
                    .toList();
        }
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
