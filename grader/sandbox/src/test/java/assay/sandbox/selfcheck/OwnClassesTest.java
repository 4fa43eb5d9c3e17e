package assay.sandbox.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import assay.runner.frame.ClassFile;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnClassesTest {
    private static final String TEST = Students.class.getName();

    @TempDir
    private Path scratch;

    @Test
    void all_folders_are_looked_into_but_that_of_the_tests() throws Exception {
        Path classes = folder("main classes", "student/Pooling.class", "student/deep/Conv$Inner.class", "notes.txt");
        Path tests = folder("test classes", "SelfCheckHelper.class");
        copyTestInto(tests);
        assertThat(found(tests.toUri().toURL(), classes.toUri().toURL()))
                .containsExactly("student.Pooling", "student.deep.Conv$Inner");
    }

    @Test
    void one_folder_for_everything_is_looked_into_all_the_same() throws Exception {
        Path classes = folder("bin", "student/Pooling.class");
        copyTestInto(classes);
        assertThat(found(classes.toUri().toURL())).containsExactlyInAnyOrder("student.Pooling", TEST);
    }

    @Test
    void a_jar_that_only_lists_folders_leads_to_them() throws Exception {
        Path classes = folder("main classes", "student/Pooling.class");
        Path tests = folder("test classes");
        copyTestInto(tests);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, tests.toUri() + " " + classes.toUri());
        Path jar = scratch.resolve("surefirebooter.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        assertThat(found(jar.toUri().toURL())).containsExactly("student.Pooling");
    }

    private static Iterable<String> found(URL... path) throws Exception {
        try (URLClassLoader loader = new OfItsOwn(path)) {
            return OwnClasses.beside(loader.loadClass(TEST)).stream()
                    .map(ClassFile::name)
                    .toList();
        }
    }

    private Path folder(String name, String... files) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve(name));
        for (String file : files) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.write(folder.resolve(file), new byte[] {1});
        }
        return folder;
    }

    private static void copyTestInto(Path folder) throws IOException, MalformedURLException {
        Path copy = folder.resolve(TEST.replace('.', '/') + ".class");
        Files.createDirectories(copy.getParent());
        Files.write(copy, Students.classes().getFirst().bytes());
    }

    /** Sees nothing of this test's class path. */
    private static final class OfItsOwn extends URLClassLoader {
        OfItsOwn(URL... path) {
            super(path, ClassLoader.getPlatformClassLoader());
        }
    }
}
