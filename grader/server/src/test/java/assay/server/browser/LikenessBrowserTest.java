package assay.server.browser;

import static assay.server.browser.Visitors.button;
import static assay.server.browser.Visitors.link;
import static assay.server.browser.Visitors.loaded;
import static org.assertj.core.api.Assertions.assertThat;

import assay.server.queue.Ground;
import assay.server.testing.FakeComparer;
import assay.server.testing.FakeSandbox;
import assay.server.testing.NoGoldens;
import assay.server.testing.TestSite;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A comparison as an instructor sees it go on, which ends when the test says so. */
@ExtendWith(InBrowser.class)
@Tag("slow")
final class LikenessBrowserTest {
    private static final String PAGE = "/courses/nn/assignments/hw/comparisons";

    private final FakeComparer comparer = new FakeComparer("waits");
    private final Looks looks = new Looks();
    private final Visitors visitors;

    LikenessBrowserTest(Visitors visitors) {
        this.visitors = visitors;
    }

    @BeforeEach
    void graded() throws Exception {
        TestSite site = visitors.site();
        site.publish();
        site.server().grade(Ground.withoutTraining(new FakeSandbox(), new NoGoldens(), "test"), _ -> {});
        site.server().compare(comparer, _ -> List.of());
        for (String person : List.of("ada", "bob")) {
            site.awaitGraded(site.handIn(person, "class " + person + " {\\n}"));
        }
    }

    @Test
    void an_instructor_sees_it_end_without_looking_again() throws Exception {
        Page page = visitors.signedIn("tess");
        page.navigate(PAGE);
        button(page, "Compare").click();
        comparer.awaitWaiting();
        page.getByText("Under way").waitFor();
        looks.at(page, "likeness-waits");
        Page all = visitors.signedIn("tess");
        all.navigate(PAGE);
        all.getByText("Under way").waitFor();
        looks.at(all, "likenesses-wait");

        comparer.release();

        page.getByText("2 submissions compared").waitFor();
        all.getByText("2 submissions compared").waitFor();
        assertThat(link(loaded(page), "88 %").count()).isEqualTo(1);
        assertThat(page.locator("[data-events]").count()
                        + all.locator("[data-events]").count())
                .isZero();
    }

    @Test
    void without_scripts_it_says_where_it_is_whenever_one_looks() throws Exception {
        Page page = visitors.withoutScripts("tess");
        page.navigate(PAGE);
        button(page, "Compare").click();
        comparer.awaitWaiting();
        link(page, "Look again").click();
        assertThat(loaded(page).content()).contains("Under way");

        comparer.release();
        while (link(loaded(page), "Look again").count() > 0) {
            link(page, "Look again").click();
        }

        assertThat(loaded(page).content()).contains("2 submissions compared").doesNotContain("Under way");
    }
}
