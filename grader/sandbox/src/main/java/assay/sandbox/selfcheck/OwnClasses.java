package assay.sandbox.selfcheck;

import assay.core.domain.GraderFault;
import assay.runner.frame.ClassFile;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The class files that the student's project was compiled to: those in folders of the class path, as Maven and every IDE
 * leave them, but for the folder of the tests. Libraries are jars.
 */
final class OwnClasses {
    private static final String SUFFIX = ".class";

    private OwnClasses() {}

    /**
     * @param test a class of the student's tests
     * @throws GraderFault if a folder cannot be read
     */
    static List<ClassFile> beside(Class<?> test) {
        try {
            Set<Path> folders = folders(test.getClassLoader());
            String own = test.getName().replace('.', '/') + SUFFIX;
            List<Path> others = folders.stream()
                    .filter(folder -> !Files.exists(folder.resolve(own)))
                    .toList();
            List<ClassFile> classes = new ArrayList<>();
            for (Path folder : others.isEmpty() ? folders : others) {
                classes.addAll(classes(folder));
            }
            return List.copyOf(classes);
        } catch (IOException | URISyntaxException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "find your classes on the class path", e);
        }
    }

    /** Asked of the class loader: Surefire's class path is a jar that only lists others, and the loader knows the list. */
    private static Set<Path> folders(ClassLoader loader) throws IOException, URISyntaxException {
        Set<Path> folders = new LinkedHashSet<>();
        for (URL root : Collections.list(loader.getResources(""))) {
            if (root.getProtocol().equals("file")) {
                folders.add(Path.of(root.toURI()).toRealPath());
            }
        }
        return folders;
    }

    private static List<ClassFile> classes(Path folder) throws IOException {
        List<ClassFile> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                String path = folder.relativize(file).toString();
                String name = path.substring(0, path.length() - SUFFIX.length()).replace(File.separatorChar, '.');
                classes.add(new ClassFile(name, Files.readAllBytes(file)));
            }
        }
        return classes;
    }
}
