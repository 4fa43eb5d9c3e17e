package assay.core.starter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.domain.GraderFault;
import assay.core.port.GoldenSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the project that a student downloads: the template, the statement, and one jar that holds the kernels' interfaces,
 * the self-check and the public cases. Nothing of a hidden case goes in.
 */
public final class StarterZip {
    static final String JAR = "lib/assay-selfcheck.jar";
    static final String STATEMENT = "statement.md";
    /** What builds and editors leave in a template that somebody has tried out. */
    private static final Set<String> LEFT_BEHIND =
            Set.of("target", "lib", "bin", ".idea", ".vscode", ".settings", ".classpath", ".project", ".DS_Store");

    private final Class<?> selfCheck;
    private final List<String> trainingApi;

    /**
     * @param selfCheck the class that a student's test calls; it must need nothing but our classes and the JDK
     */
    public StarterZip(Class<?> selfCheck) {
        this(selfCheck, List.of());
    }

    /** @param trainingApi class names that the jar has besides where the assignment trains; core does not see them */
    public StarterZip(Class<?> selfCheck, List<String> trainingApi) {
        this.selfCheck = requireNonNull(selfCheck, "selfCheck is null");
        this.trainingApi = List.copyOf(trainingApi);
    }

    /**
     * Writes the zip, replacing what is there; the same input gives the same bytes.
     *
     * @param template a folder, whose files become those of the project
     * @param statement what is asked of the student, in Markdown
     * @throws GraderFault if a file or a golden cannot be had, or the zip cannot be written
     */
    public void write(Assignment assignment, GoldenSource goldens, Path template, Path statement, Path out) {
        SortedMap<String, byte[]> project = project(assignment, goldens, template, statement);
        SortedMap<String, byte[]> below = new TreeMap<>();
        project.forEach((path, bytes) -> below.put(assignment.id() + "/" + path, bytes));
        try {
            Path folder = requireNonNull(out.toAbsolutePath().getParent(), "the zip has no folder");
            Files.createDirectories(folder);
            Path temporary = folder.resolve("." + out.getFileName() + ".part");
            try (OutputStream stream = Files.newOutputStream(temporary)) {
                ZipBytes.write(below, stream);
            }
            Files.move(temporary, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "write the starter " + out, e);
        }
    }

    /** The project's files by path, as {@link #write} puts them below a folder named after the assignment. */
    SortedMap<String, byte[]> project(Assignment assignment, GoldenSource goldens, Path template, Path statement) {
        PublicCases cases = PublicCases.of(assignment, goldens);
        try {
            SortedMap<String, byte[]> files = new TreeMap<>();
            for (Path file : files(template)) {
                files.put(slashed(template.relativize(file)), Files.readAllBytes(file));
            }
            files.put(STATEMENT, Files.readAllBytes(statement));
            files.put(JAR, jar(cases, assignment.trains() ? trainingApi : List.of()));
            return files;
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "make the starter of " + assignment.id(), e);
        }
    }

    private byte[] jar(PublicCases cases, List<String> besides) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>(ReachedClasses.from(selfCheck));
        for (String name : besides) {
            String path = name.replace('.', '/') + ".class";
            try (InputStream stream = requireNonNull(selfCheck.getClassLoader(), "the JDK's own class")
                    .getResourceAsStream(path)) {
                files.put(path, requireNonNull(stream, name).readAllBytes());
            }
        }
        files.putAll(PublicCasesFile.write(cases));
        files.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n".getBytes(UTF_8));
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        ZipBytes.write(files, jar);
        return jar.toByteArray();
    }

    private static List<Path> files(Path template) throws IOException {
        try (Stream<Path> all = Files.walk(template)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.iterate(template.relativize(file), part -> part != null, Path::getParent)
                            .noneMatch(part -> LEFT_BEHIND.contains(String.valueOf(part.getFileName()))))
                    .toList();
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
