package assay.server.browser;

import assay.server.store.DatabaseUrl;
import assay.server.testing.TestSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a constructor the browser, or visitors to a site of their own, which are there for as long as the instance is. The
 * browser is one for all classes of a process, as it takes seconds to start. Without one the tests are skipped, and say so.
 */
final class InBrowser implements ExecutionCondition, ParameterResolver {
    private static final Namespace OURS = Namespace.create(InBrowser.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.program()
                .map(program -> ConditionEvaluationResult.enabled(program.toString()))
                .orElseGet(() -> ConditionEvaluationResult.disabled(
                        "there is no Chromium on the PATH; on Debian: apt-get install chromium"));
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Chromium.class || type == Visitors.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Chromium chromium = context.getStore(StoreScope.LAUNCHER_SESSION, OURS)
                .getOrComputeIfAbsent(
                        Chromium.class, _ -> Chromium.start(Chromium.program().orElseThrow()), Chromium.class);
        if (parameter.getParameter().getType() == Chromium.class) {
            return chromium;
        }
        return context.getStore(OURS)
                .getOrComputeIfAbsent(Stay.class, _ -> Stay.begun(chromium), Stay.class)
                .visitors();
    }

    /** It ends with what it was asked for by: a class, or a test. */
    private record Stay(Path folder, Visitors visitors) implements AutoCloseable {
        static Stay begun(Chromium chromium) {
            try {
                Path folder = Files.createTempDirectory("assay-browser");
                TestSite site = new TestSite(folder, DatabaseUrl.ofFile(folder.resolve("assay.db")));
                return new Stay(folder, new Visitors(chromium, site));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            visitors.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
