package assay.server.browser;

import static assay.server.browser.Visitors.button;
import static assay.server.browser.Visitors.loaded;
import static org.assertj.core.api.Assertions.assertThat;

import assay.core.report.GradingJson;
import assay.core.result.Grading;
import assay.server.store.Results;
import assay.server.store.StoredGrading;
import assay.server.store.Tx;
import assay.server.testing.TestSite;
import com.microsoft.playwright.Page;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A self-check as its student sees it go on, with no worker but the test. */
@ExtendWith(InBrowser.class)
@Tag("slow")
final class SelfCheckBrowserTest {
    private final Looks looks = new Looks();
    private final Visitors visitors;
    private final TestSite site;
    private final String submission;

    SelfCheckBrowserTest(Visitors visitors) throws Exception {
        this.visitors = visitors;
        this.site = visitors.site();
        site.publish();
        this.submission = site.handIn("ada", "class A {}");
    }

    @BeforeEach
    void graded() {
        ended(begun(tx -> tx.gradings().ofSubmission(submission)));
    }

    private String begun(Function<Tx, Optional<StoredGrading>> which) {
        return site.store().write(tx -> {
            String id = which.apply(tx).orElseThrow().id();
            tx.gradings().start(id, "test");
            return id;
        });
    }

    private void ended(String grading) {
        Grading outcome = Results.of("ada", "4");
        site.store().write(tx -> tx.gradings().finish(grading, outcome, GradingJson.bytes(outcome)));
    }

    @Test
    void its_student_sees_it_wait_run_case_by_case_and_end_without_looking_again() {
        Page page = visitors.signedIn("ada");
        page.navigate("/submissions/" + submission + "/view");
        button(page, "Check it again").click();
        page.getByText("Waiting for its turn").waitFor();
        looks.at(page, "self-check-waits");

        String check = begun(tx -> tx.gradings().selfCheck(submission));
        page.getByText("0 of 2 cases done").waitFor();
        site.store().write(tx -> {
            tx.gradings().progress(check, 1);
            return true;
        });
        page.getByText("1 of 2 cases done").waitFor();
        assertThat(page.locator("progress").getAttribute("value")).isEqualTo("1");
        ended(check);
        page.getByText("By version 1, the public cases").waitFor();

        assertThat(page.locator("progress").count()).isZero();
    }

    @Test
    void without_scripts_it_says_how_far_it_is_whenever_one_looks() {
        Page page = visitors.withoutScripts("ada");
        page.navigate("/submissions/" + submission + "/view");
        button(page, "Check it again").click();
        assertThat(loaded(page).content()).contains("Waiting for its turn").contains("Look again");
        String check = begun(tx -> tx.gradings().selfCheck(submission));
        page.locator("noscript a").click();
        assertThat(loaded(page).content()).contains("0 of 2 cases done");
        ended(check);
        page.locator("noscript a").click();

        assertThat(loaded(page).content())
                .contains("By version 1, the public cases")
                .doesNotContain("Look again");
    }
}
