package assay.server.browser;

import static assay.server.browser.Visitors.button;
import static assay.server.browser.Visitors.link;
import static assay.server.browser.Visitors.loaded;
import static org.assertj.core.api.Assertions.assertThat;

import assay.server.lti.BrowserPlatform;
import assay.server.outbox.ArrivalState;
import assay.server.queue.Ground;
import assay.server.secret.Tokens;
import assay.server.store.DatabaseUrl;
import assay.server.testing.FakeComparer;
import assay.server.testing.FakeSandbox;
import assay.server.testing.Homework;
import assay.server.testing.NoGoldens;
import assay.server.testing.Term;
import assay.server.testing.TestSite;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The main ways through the pages in a real browser, by what people see and press. */
@ExtendWith(InBrowser.class)
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserTest {
    private final FakeSandbox sandbox = new FakeSandbox();
    private final Looks looks = new Looks();
    private final BrowserPlatform platform = new BrowserPlatform();
    private final TestSite site;
    private final Visitors visitors;
    private final Map<String, String> submissions;

    BrowserTest(Chromium chromium, @TempDir Path data) throws Exception {
        site = new TestSite(
                data, DatabaseUrl.ofFile(data.resolve("assay.db")), TestSite.MOST_REQUESTS, platform.host());
        visitors = new Visitors(chromium, site);
        platform.join(site.store(), site.server().address(), "nn");
        site.publish();
        submissions = Term.fill(site);
        platform.grades(
                site.store(),
                "nn",
                Term.ID,
                Map.of(
                        "ada", ArrivalState.DELIVERED,
                        "bob", ArrivalState.DELIVERED,
                        "s1009", ArrivalState.HELD,
                        "s1005", ArrivalState.REFUSED,
                        "s1007", ArrivalState.WAITING,
                        "s1008", ArrivalState.DELIVERED));
        site.server().grade(Ground.withoutTraining(sandbox, new NoGoldens(), "test"), _ -> {});
    }

    @AfterEach
    void leave() {
        visitors.leave();
    }

    @AfterAll
    void stop() {
        sandbox.release();
        visitors.close();
        platform.close();
    }

    @Test
    void a_student_signs_in_hands_in_watches_and_reads_the_report() {
        String code = Tokens.draw();
        site.store().write(tx -> {
            tx.credentials().addLink(Tokens.hash(code), "bob", tx.now().plus(Duration.ofHours(1)));
            return true;
        });
        Page page = visitors.browser();
        page.navigate("/sign-in/" + code);
        button(page, "Sign in").click();
        assertThat(loaded(page).getByText("nothing handed in yet").count()).isEqualTo(1);
        link(page, "Homework").click();
        page.getByLabel("Your archive")
                .setInputFiles(new FilePayload(
                        "Conv.java", "text/plain", "class A { // wait".getBytes(StandardCharsets.UTF_8)));
        button(page, "Hand in").click();

        page.getByText("of 2 cases done").waitFor();
        looks.at(page, "progress");
        sandbox.release();
        link(page, "Read the report").click();

        assertThat(loaded(page).content()).contains("it is not Java").contains("Compile error");
    }

    @Test
    void an_administrator_opens_a_course_enrols_a_table_and_publishes() {
        Page page = visitors.signedIn("root");
        page.navigate("/");
        page.getByLabel("Id, which").fill("dl26");
        page.getByLabel("Title").fill("Deep learning 2026");
        button(page, "Create the course").click();
        page.getByLabel("assignment.yaml").setInputFiles(yaml("id: hw\ntitle: Nothing\n"));
        button(page, "Publish").click();
        assertThat(loaded(page).getByRole(AriaRole.ALERT).textContent())
                .contains("assignment.yaml:1:1: the key 'zone' is missing");
        page.getByLabel("assignment.yaml")
                .setInputFiles(yaml(new String(Homework.yaml(1, "2026-04-02T13:00:00+01:00"), StandardCharsets.UTF_8)));
        button(page, "Publish").click();
        assertThat(loaded(page).getByRole(AriaRole.STATUS).textContent()).contains("is published, as version 1");

        link(page, "People").click();
        page.getByLabel("Table").setInputFiles(table("id,name,role\nnew-1,Noor Haddad,\nnew 2,Nobody,king\n"));
        button(page, "Enrol all of them").click();
        assertThat(loaded(page).getByRole(AriaRole.ALERT).textContent()).contains("line 3");
        page.getByLabel("Table").setInputFiles(table("id,name,role\nnew-1,Noor Haddad,\nnew-2,Olu Ade,assistant\n"));
        button(page, "Enrol all of them").click();
        assertThat(loaded(page).getByRole(AriaRole.STATUS).textContent()).contains("2 people are in the course now");
        button(page, "Make a link for Noor Haddad").click();
        assertThat(loaded(page).getByText("/sign-in/").count()).isEqualTo(1);
    }

    @Test
    void an_assistant_grades_a_text_by_its_rubric_and_the_student_sees_it() {
        site.clock().advance(Duration.ofSeconds(1));
        Page page = visitors.signedIn("tom");
        page.navigate("/courses/nn/assignments/cnn/texts");
        looks.at(page, "texts");
        link(page, "Chen Wei").click();
        page.getByLabel("Points, of 0.5").first().fill("0.5");
        page.getByLabel("Points, of 1").fill("0.75");
        page.getByLabel("Comment").nth(1).fill("Well argued; name the stride as well.");
        button(page, "Save and go on").click();
        assertThat(loaded(page).getByText("1.25 of 2").count()).isEqualTo(1);
        link(page, "Chen Wei").click();
        looks.at(page, "marking");
        assertThat(page.getByLabel("Points, of 1").inputValue()).isEqualTo("0.75");
        page.getByLabel("Points, of 0.5").last().fill("0");
        site.clock().advance(Duration.ofSeconds(1));
        button(page, "Save and go on").click();
        assertThat(loaded(page).getByRole(AriaRole.ROW).last().textContent())
                .contains("Chen Wei")
                .contains("graded");

        Page student = visitors.signedIn("s1003");
        student.navigate("/submissions/" + submissions.get("s1003") + "/report");
        assertThat(loaded(student).content())
                .contains("name the stride as well")
                .contains("Graded by a person");
    }

    @Test
    void rules_are_set_on_a_page_and_read_by_students_before_they_hand_in() {
        Page page = visitors.signedIn("tess");
        page.navigate("/courses/nn/assignments/cnn/rules");
        page.getByLabel("Attempts (empty").fill("3");
        page.getByLabel("Minutes between").fill("1.5");
        page.getByLabel("What counts").selectOption("last");
        button(page, "Set the rules").click();
        assertThat(loaded(page).getByText("Version 1, set").count()).isEqualTo(1);

        Page student = visitors.signedIn("s1005");
        student.navigate("/courses/nn/assignments/cnn");
        assertThat(loaded(student).content())
                .contains("You have 3 attempts in all")
                .contains("at least 1 min 30 s")
                .contains("handed in last counts");
    }

    /** Of another site than ours, in whose frame the browser keeps no cookie. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_link_of_the_learning_platform_leads_from_its_frame_into_the_course(boolean storage) {
        Page page = visitors.browser();
        page.navigate(platform.page(storage));
        FrameLocator frame = page.frameLocator("iframe");
        if (storage) {
            frame.getByText("Go on to your courses").waitFor();
        }
        Page window = page.waitForPopup(
                () -> frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Open Assay"))
                        .click());
        if (!storage) {
            window.getByText("Go on to your courses").waitFor();
            looks.at(window, "launched");
            button(window, "Open Assay").click();
        }

        window.getByText("Neural networks").waitFor();
        assertThat(window.getByText("Ada Byron").count()).isPositive();
        assertThat(page.context().cookies().stream()
                        .filter(cookie -> cookie.name.startsWith("assay_lti"))
                        .toList())
                .isEmpty();
    }

    private static FilePayload yaml(String text) {
        return new FilePayload("assignment.yaml", "text/yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static FilePayload table(String text) {
        return new FilePayload("people.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_instructor_finds_a_student_sets_the_grade_by_hand_and_grants_time() {
        Page page = visitors.signedIn("tess");
        page.navigate("/courses/nn/assignments/cnn/class");
        page.getByLabel("Show").selectOption("late");
        button(page, "Find").click();
        assertThat(loaded(page).getByText("shown: 3.").count()).isEqualTo(1);
        link(page, "Points").click();
        assertThat(page.getByLabel("Show").inputValue()).isEqualTo("late");
        page.getByLabel("Show").selectOption("away");
        button(page, "Find").click();
        link(page, "Platform").click();
        assertThat(page.getByRole(AriaRole.ROW).nth(1).textContent())
                .contains("Élodie Girard")
                .contains("refused");
        looks.at(page, "class-away");
        page.getByLabel("Show").selectOption("all");
        page.getByLabel("Find students").fill("okafor");
        button(page, "Find").click();
        link(page, "Amara Okafor").click();
        page.getByLabel("Points by hand").fill("9.5");
        page.getByLabel("Reason").first().fill("oral exam");
        button(page, "Set the grade").click();
        assertThat(loaded(page)
                        .getByText("9.5 of 10 points, set by hand by tess")
                        .count())
                .isPositive();
        page.getByLabel("Hours more").fill("48");
        page.getByLabel("Reason").last().fill("ill");
        button(page, "Grant").click();

        assertThat(loaded(page).getByText("2 days more").count()).isPositive();
        looks.at(page, "student");
    }

    @Test
    void an_assistant_gives_several_students_more_time_or_nobody() {
        Page page = visitors.signedIn("tom");
        page.navigate("/courses/nn/assignments/cnn/class");
        page.getByText("Give several students").click();
        looks.at(page, "several");
        page.getByLabel("Their ids").fill("s1003, nobody");
        page.getByLabel("Hours more").fill("24");
        page.getByLabel("Reason").fill("a strike");
        button(page, "Give them time").click();
        assertThat(loaded(page).content())
                .contains("Nobody has been given time")
                .contains("nobody");
        page.goBack();
        page.getByText("Give several students").click();
        page.getByLabel("Their ids").fill("s1003\ns1004");
        page.getByLabel("Hours more").fill("24");
        page.getByLabel("Reason").fill("a strike");
        button(page, "Give them time").click();
        assertThat(loaded(page).getByRole(AriaRole.STATUS).textContent()).contains("2 students have more time now");

        Page student = visitors.signedIn("s1004");
        student.navigate("/courses/nn/assignments/cnn");
        assertThat(loaded(student).content()).contains("by an extension of yours");
    }

    @Test
    void an_instructor_compares_submissions_and_reads_two_side_by_side() {
        site.server().compare(new FakeComparer("well"), _ -> List.of());
        Page page = visitors.signedIn("tess");
        page.navigate("/courses/nn/assignments/cnn/class");
        link(page, "Likeness").click();
        button(page, "Compare").click();
        page.getByText("submissions compared").waitFor();
        looks.at(page, "comparison");
        link(page, "88 %").first().click();
        looks.at(page, "pair");
        page.getByLabel("Stretch 1, to its like").first().click();

        assertThat(page.url()).endsWith("#b1");
        page.navigate("/courses/nn/assignments/cnn/comparisons");
        looks.at(page, "comparisons");
    }

    @ParameterizedTest
    @CsvSource({
        "ada, home, /",
        "ada, assignment, /courses/nn/assignments/cnn",
        "ada, submission, /submissions/ada/view",
        "ada, report, /submissions/ada/report",
        "tess, teacher-home, /",
        "tess, class, /courses/nn/assignments/cnn/class",
        "tess, course, /courses/nn",
        "root, people, /courses/nn/people",
        "tess, pictures, /courses/nn/assignments/cnn/class/pictures",
        "tess, staff-submission, /submissions/ada/view",
        "tess, class-report, /courses/nn/assignments/cnn/class/report",
        "tess, rules, /courses/nn/assignments/cnn/rules",
        "tess, regrades, /courses/nn/assignments/cnn/regrades",
        "tess, deliveries, /courses/nn/deliveries",
        "tess, tokens, /tokens",
        "root, queue, /queue",
        "ada, problem, /queue"
    })
    void no_page_keeps_anybody_out(String person, String name, String path) {
        Page page = visitors.signedIn(person);
        page.navigate(path.replace("/ada/", "/" + submissions.get("ada") + "/"));

        looks.at(page, name);
    }
}
