package assay.server.browser;

import static assay.server.browser.Visitors.button;
import static assay.server.browser.Visitors.link;
import static assay.server.browser.Visitors.loaded;
import static org.assertj.core.api.Assertions.assertThat;

import assay.server.queue.Ground;
import assay.server.store.Cause;
import assay.server.store.Ids;
import assay.server.store.Scope;
import assay.server.store.StoredGrading;
import assay.server.store.StoredSubmission;
import assay.server.store.Urgency;
import assay.server.testing.FakeSandbox;
import assay.server.testing.NoGoldens;
import assay.server.testing.TestSite;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is set up and looked after by forms: teams, webhooks, deliveries, the queue; and what students choose. */
@ExtendWith(InBrowser.class)
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StaffBrowserTest {
    private static final String HOMEWORK = "/courses/nn/assignments/hw";

    private final FakeSandbox sandbox = new FakeSandbox();
    private final Looks looks = new Looks();
    private final Visitors visitors;
    private final TestSite site;

    StaffBrowserTest(Visitors visitors) throws Exception {
        this.visitors = visitors;
        this.site = visitors.site();
        site.publish();
        site.server().grade(Ground.withoutTraining(sandbox, new NoGoldens(), "test"), _ -> {});
    }

    @AfterEach
    void leave() {
        visitors.leave();
    }

    @AfterAll
    void stop() {
        sandbox.release();
    }

    private String graded(String person) throws Exception {
        site.clock().advance(Duration.ofSeconds(1));
        String id = site.handIn(person, "class A {");
        site.awaitGraded(id);
        site.clock().advance(Duration.ofSeconds(1));
        return id;
    }

    private void rules(String json) throws Exception {
        assertThat(site.send(
                                site.token("tess", Scope.TEACH),
                                "PUT",
                                "/api/v1" + HOMEWORK + "/rules",
                                TestSite.JSON,
                                json.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        site.clock().advance(Duration.ofMinutes(2)); // past every wait that they ask for
    }

    private static String status(Page page) {
        return String.valueOf(loaded(page).getByRole(AriaRole.STATUS).textContent());
    }

    @Test
    void a_student_chooses_which_hidden_cases_to_see_and_has_a_submission_checked_again() throws Exception {
        rules("{\"reveals\":1,\"cool_down_seconds\":60}");
        String first = graded("ada");
        site.clock().advance(Duration.ofMinutes(2));
        String second = graded("ada");
        Page page = visitors.signedIn("ada");
        page.navigate("/submissions/" + first + "/view");
        assertThat(loaded(page).content()).contains("for 1 more submission of your choice");
        looks.at(page, "kept");
        button(page, "Show me the hidden cases now").click();
        assertThat(link(loaded(page), "Read the report").count()).isEqualTo(1);
        page.navigate("/submissions/" + second + "/view");
        assertThat(loaded(page).content()).contains("no reveal left");

        button(page, "Check it again").click();
        page.getByText("By version 1, the public cases").waitFor(); // without anybody looking again
        assertThat(loaded(page).content()).contains("The next self-check is possible from");
        looks.at(page, "self-check");
    }

    @Test
    void teams_are_made_changed_and_read_from_a_table_without_any_script() throws Exception {
        rules("{\"team_size\":2}");
        Page page = visitors.withoutScripts("tom");
        page.navigate(HOMEWORK + "/class");
        link(page, "Teams").click();
        page.getByLabel("Name").fill("Kernels");
        page.getByLabel("Ids of its members, with").fill("ada, nobody");
        button(page, "Make the team").click();
        assertThat(loaded(page).getByRole(AriaRole.ALERT).textContent())
                .contains("no such student")
                .contains("nobody");
        page.getByLabel("Ids of its members, with").fill("ada");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(status(page)).contains("1 team is set");

        page.getByLabel("Table").setInputFiles(table("team,student\nKernels,ada\nKernels,bob\nKernels,ada\n"));
        button(page, "Make all of them").click();
        assertThat(loaded(page).getByRole(AriaRole.ALERT).textContent())
                .contains("line 4")
                .contains("two lines");
        page.getByLabel("Table").setInputFiles(table("team,student\nKernels,ada\nKernels,bob\n"));
        button(page, "Make all of them").click();
        assertThat(loaded(page).getByRole(AriaRole.ROW).last().textContent())
                .contains("ADA (ada)")
                .contains("BOB (bob)");
        Page again = visitors.signedIn("tom");
        again.navigate(HOMEWORK + "/teams");
        again.getByText("Change Kernels").click();
        looks.at(again, "teams");
        again.getByText("Take apart Kernels").click();
        button(again, "Take Kernels apart").click();
        assertThat(loaded(again).content()).contains("There is none yet");
    }

    private static FilePayload table(String text) {
        return new FilePayload("teams.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void webhooks_are_set_up_and_each_secret_is_shown_once() throws Exception {
        rules("{}");
        Page page = visitors.signedIn("tess");
        page.navigate("/courses/nn");
        link(page, "Webhooks").click();
        page.getByLabel("Address of a receiver").fill("https://receiver.invalid/hook");
        page.keyboard().press("Enter");
        assertThat(status(page)).contains("whsec_");
        looks.at(page, "webhooks-fresh");
        page.navigate("/courses/nn/webhooks");
        assertThat(loaded(page).content()).contains("receiver.invalid").doesNotContain("whsec_");
        button(page, "New secret for https://receiver.invalid").click();
        assertThat(status(page)).contains("whsec_");

        page.getByText("Add a source").click();
        page.getByLabel("System", new Page.GetByLabelOptions().setExact(true)).selectOption("canvas");
        button(page, "Add the source").click();
        assertThat(loaded(page).getByRole(AriaRole.ALERT).textContent()).contains("canvas needs keys_address");
        page.getByText("Add a source").click();
        page.getByLabel("its times count").check();
        button(page, "Add the source").click();
        assertThat(status(page)).contains("/webhooks/in/").contains("Secret");
        looks.at(page, "webhooks");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("GitHub"))
                .click();
        page.getByLabel("Name").fill("class/hw1-ada");
        page.getByLabel("Assignment (may").selectOption("hw");
        page.getByLabel("Id of the student").fill("ada");
        button(page, "Set the name").click();
        assertThat(loaded(page).getByRole(AriaRole.ROW).last().textContent()).contains("class/hw1-ada");
        looks.at(page, "source");

        graded("bob");
        sendsAgain(page);
        page.navigate("/courses/nn/webhooks");
        page.getByText("Remove https://receiver.invalid").first().click();
        button(page, "Remove it https://receiver.invalid").click();
        assertThat(status(page)).contains("nothing more is sent");
        button(page, "Switch on").click();
        assertThat(status(page)).contains("switched on");
    }

    private void sendsAgain(Page page) {
        site.store().write(tx -> {
            tx.handle()
                    .execute("insert into lti_registrations (id, issuer, client_id, login_address, token_address,"
                            + " keys_address, audience, product, active, created_at) values ('r',"
                            + " 'https://lms.invalid', 'c', 'https://lms.invalid/l', 'https://lms.invalid/t',"
                            + " 'https://lms.invalid/k', 'a', 'moodle', 1, 0)");
            tx.handle()
                    .execute("insert into lti_scores (registration, line_item, subject, course, assignment, person,"
                            + " version, given, maximum, comment, state, tries, last_answer, changed_at) values ('r',"
                            + " 'https://lms.invalid/i', 's', 'nn', 'hw', 'bob', 1, 0, 10000000, '', 'GIVEN_UP', 10,"
                            + " 'nobody answers', 0)");
            return true;
        });
        page.navigate(HOMEWORK + "/students/bob");
        assertThat(loaded(page).content()).contains("not delivered, since").contains("nobody answers");
        looks.at(page, "student-elsewhere");
        page.navigate("/courses/nn/deliveries");
        looks.at(page, "deliveries-open");
        button(page, "Send again submission.received").first().click();
        assertThat(status(page)).contains("sent again");
        button(page, "Send again for BOB").click();
        assertThat(status(page)).contains("on its way again");
        assertThat(loaded(page).content()).contains("on its way");
    }

    @Test
    void the_queue_shows_what_waits_runs_and_was_set_aside_and_runs_it_again() throws Exception {
        rules("{}");
        String aside = setAside();
        site.handIn("bob", "class A { // wait");
        sandbox.awaitWaiting();
        site.handIn("ada", "class A { // later");
        Page page = visitors.signedIn("tom");
        page.navigate("/courses/nn");
        link(page, "Queue").click();
        assertThat(loaded(page).content()).contains("the engine is away");
        looks.at(page, "course-queue");
        button(page, "Run again " + aside.substring(aside.length() - 8)).click();
        assertThat(status(page)).contains("in the queue again");
        assertThat(loaded(page).content()).doesNotContain("the engine is away");
        Page root = visitors.signedIn("root");
        root.navigate("/queue");
        assertThat(loaded(root).content()).contains("nn · hw · bob");
        assertThat(visitors.signedIn("eve").navigate("/courses/nn/queue").status())
                .isEqualTo(404);
        sandbox.release();
    }

    private String setAside() {
        return site.store().write(tx -> {
            StoredSubmission submission = tx.submissions()
                    .add(
                            "nn",
                            "hw",
                            "ada",
                            "ada",
                            "a.zip",
                            tx.submissions().keep("no archive".getBytes(StandardCharsets.UTF_8)),
                            1);
            StoredGrading grading = StoredGrading.waiting(
                    Ids.at(tx.now()), submission, 1, Cause.HAND_IN, "", Urgency.WAITING, 1, 2, tx.now());
            tx.gradings().add(grading);
            tx.gradings().start(grading.id(), "worker-2");
            tx.gradings().setAside(grading.id(), "Tried to compile but failed because the engine is away");
            return submission.id();
        });
    }

    @Test
    void each_version_of_the_rules_says_what_it_changed() throws Exception {
        rules("{\"attempts\":5}");
        rules("{\"attempts\":3,\"cool_down_seconds\":90,\"counting\":\"last\"}");
        Page page = visitors.signedIn("tom");
        page.navigate(HOMEWORK + "/rules");
        assertThat(page.getByRole(AriaRole.ROW).nth(1).textContent())
                .contains("attempts: 5 → 3")
                .contains("counts: the best → the last");
        looks.at(page, "rule-versions");
    }
}
