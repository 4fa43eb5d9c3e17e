import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import assay.sandbox.selfcheck.Finding;
import assay.sandbox.selfcheck.SelfCheck;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;

/** The public cases, one test each. What you have not written yet is skipped. */
class SelfCheckTest {
    private static final SelfCheck CHECK = SelfCheck.of(SelfCheckTest.class);

    @TestFactory
    Stream<DynamicContainer> publicCases() {
        return CHECK.parts()
                .map(part -> dynamicContainer(
                        part.title(),
                        part.cases().stream().map(one -> dynamicTest(one.id(), () -> tell(one.check())))));
    }

    private static void tell(Finding finding) {
        switch (finding) {
            case Finding.Accepted(String note) -> System.out.print(note.isEmpty() ? "" : note + System.lineSeparator());
            case Finding.Skipped(String reason) -> abort(reason);
            case Finding.Rejected(String report, String expected, String actual) -> {
                AssertionFailedError failure = new AssertionFailedError(report, expected, actual);
                failure.setStackTrace(new StackTraceElement[0]); // where your code failed stands in the report
                throw failure;
            }
        }
    }

    @AfterAll
    static void score() {
        System.out.println(CHECK.summary());
    }
}
