package assay.e2e;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The self-check of a starter's jar, with no class beside it but the JDK's and the student's. */
final class StandaloneCheck {
    private StandaloneCheck() {}

    /** All findings as text, case by case; the self-check's classes are its loader's own, so it is called by its names. */
    static List<String> findings(StarterProject starter) throws Exception {
        Path classes = compiled(starter);
        URL[] path = {starter.jar().toUri().toURL(), classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass("assay.sandbox.selfcheck.SelfCheck");
            Object check = type.getMethod("of", Class.class).invoke(null, type);
            List<String> findings = new ArrayList<>();
            for (Object part : ((Stream<?>) call(check, "parts")).toList()) {
                for (Object one : (List<?>) call(part, "cases")) {
                    findings.add(call(one, "check").toString());
                }
            }
            return findings;
        }
    }

    private static Object call(Object object, String name) throws ReflectiveOperationException {
        Method method = object.getClass().getMethod(name);
        return method.invoke(object);
    }

    private static Path compiled(StarterProject starter) throws IOException {
        Path classes = Files.createDirectories(starter.folder().resolve("target/classes"));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-g",
                "-d",
                classes.toString(),
                "-cp",
                starter.jar().toString()));
        starter.sources().forEach(source -> arguments.add(source.toString()));
        int status = javac.run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status)
                .as(() -> arguments.stream().collect(joining(File.pathSeparator)))
                .isZero();
        return classes;
    }
}
