package assay.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.assignment.Assignment;
import assay.core.assignment.Feedback;
import assay.core.domain.Verdict;
import assay.core.intake.FileNames;
import assay.core.result.Grading;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {
    private static final Assignment ASSIGNMENT = SampleAssignment.with(Feedback.VERDICT);
    private static final HtmlReport HTML = new HtmlReport();

    /** Every page of the sample class, the hostile ones included; the teachers' page last. */
    static Stream<Document> pages() {
        List<Grading> gradings = SampleGradings.of(ASSIGNMENT);
        List<Document> pages = new ArrayList<>();
        gradings.forEach(grading -> pages.add(page(grading)));
        pages.add(Jsoup.parse(text(HTML.index(
                ASSIGNMENT,
                gradings,
                List.of("a warning of <b>ours</b>"),
                student -> "results/" + FileNames.of(student) + ".html",
                student -> "full/" + FileNames.of(student) + ".json"))));
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothing_that_a_student_wrote_becomes_markup(Document page) {
        assertThat(page.select(
                        "script, iframe, object, embed, img, link, base, form, input, b:contains(Boom), style ~ style"))
                .isEmpty();
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on").isNotEqualTo("style");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothing_is_loaded_and_links_stay_inside(Document page) {
        assertThat(page.select("[src], [srcset], [data], [action], [formaction], [poster], [xlink:href]"))
                .isEmpty();
        assertThat(page.select("[href]").eachAttr("href"))
                .allMatch(href -> href.startsWith("#") || href.startsWith("results/") || href.startsWith("full/"));
        assertThat(page.expectFirst("style").data()).doesNotContain("@import", "http", "//");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_policy_allows_the_style_sheet_and_nothing_else(Document page) throws Exception {
        byte[] sheet = page.expectFirst("style").data().getBytes(StandardCharsets.UTF_8);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(sheet));

        assertThat(page.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_screen_reader_finds_its_way(Document page) {
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("h1")).hasSize(1);
        int level = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int next = heading.normalName().charAt(1) - '0';
            assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
            level = next;
        }
        assertThat(page.select("table")).allMatch(table -> table.expectFirst("caption") != null);
        assertThat(page.select("th")).allMatch(th -> th.hasAttr("scope"));
        assertThat(page.select("svg"))
                .allMatch(svg -> svg.hasAttr("aria-label")
                        || svg.attr("aria-hidden").equals("true")
                        || svg.closest("[role=img]") != null);
        assertThat(page.select("[role=img]"))
                .allMatch(image -> !image.attr("aria-label").isBlank());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void names_on_the_page_are_used_once_and_found(Document page) {
        Set<String> ids = new HashSet<>();
        page.select("[id]")
                .eachAttr("id")
                .forEach(id -> assertThat(ids.add(id)).as(id).isTrue());

        assertThat(ids).containsAll(page.select("[aria-labelledby]").eachAttr("aria-labelledby"));
        assertThat(ids)
                .containsAll(page.select("a[href^=#]").eachAttr("href").stream()
                        .map(href -> href.substring(1))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_control_of_direction_is_left(Document page) {
        assertThat(page.outerHtml()).doesNotContain("\u202E", "\u202C", "\u001b", "\u0007", "\u0000");
    }

    @Test
    void hostile_text_is_shown_as_it_was_written_and_capped() {
        Grading mallory = new GradingBuilder(ASSIGNMENT, "mallory <i>")
                .with("sigmoid", Cases.threw("stride-2", "<script>alert(1)</script>", "x".repeat(50_000), "A.b(<u>)"))
                .build();

        Document page = page(mallory);

        assertThat(page.expectFirst("h1").text()).isEqualTo("mallory <i>");
        assertThat(page.expectFirst(".case .message").text()).isEqualTo("<script>alert(1)</script>");
        assertThat(page.select("pre").eachText()).contains("A.b(<u>)");
        assertThat(page.select("pre").getLast().text()).endsWith("… (46,000 more characters)");
    }

    @Test
    void the_compiler_points_at_the_column() {
        Document page = page(SampleGradings.of(ASSIGNMENT).get(4));

        Element message = page.expectFirst(".message-of-compiler");
        assertThat(message.expectFirst(".place").text()).isEqualTo("src/main/java/student/Conv.java:27:34");
        String[] lines = message.expectFirst("pre").wholeText().split("\n");
        assertThat(lines[0]).isEqualTo("float sum = input.get(n, c, y) * 0.5;");
        assertThat(lines[1].indexOf('^')).isEqualTo(lines[0].indexOf('*'));
    }

    @Test
    void a_wrong_tensor_is_drawn_and_told_in_words() {
        Document page = page(SampleGradings.of(ASSIGNMENT).get(1));

        assertThat(page.expectFirst(".hint").text()).contains(Cases.ZERO_PADDING);
        assertThat(page.expectFirst(".errorbar").text()).contains("3.4e-3", "1.1e-8", "309,091 times the tolerance");
        assertThat(page.expectFirst(".heat [role=img]").attr("aria-label"))
                .contains("output[0, 2]", "17 rows × 17 columns", "cells differ");
        assertThat(page.expectFirst(".evidence").text()).contains("[0, 2, 0, 3]", "-0.41803277");
    }

    @Test
    void the_page_of_a_class_links_every_student_and_shows_its_figures() {
        Document index = pages().toList().getLast();

        assertThat(index.select("table.class tbody tr")).hasSize(14);
        assertThat(index.select("table.class tbody th a").eachText())
                .contains(SampleGradings.SCRIPT, SampleGradings.RTL, "ada");
        assertThat(index.expectFirst(".figures").text()).contains("1.93 ", "2.13 ", "Median", "Not graded 1");
        assertThat(index.expectFirst(".callout").text()).contains("a warning of <b>ours</b>", "points outside of it");
        assertThat(index.select("h2").eachText()).contains("Frequent mix-ups");
        assertThat(index.expectFirst(".by-part").text()).contains("all-negative-padding (hidden)");
    }

    @Test
    void where_something_of_ours_broke_there_are_no_points() {
        Grading kim = new GradingBuilder(ASSIGNMENT, "kim")
                .all("avg_pool2d", Verdict.IE, "the engine is gone")
                .late(Duration.ofDays(2))
                .build();
        Document page = page(kim);
        assertThat(page.expectFirst(".score").text()).contains("not graded").doesNotContain("2.5", "1.75");
        assertThat(page.text()).doesNotContain("taken off");
        assertThat(page.expectFirst("tr.sum").text()).isEqualTo("Final not graded / 3");
        Document index = Jsoup.parse(
                text(HTML.index(ASSIGNMENT, List.of(kim), List.of(), student -> student, student -> student)));
        assertThat(index.expectFirst("table.class td.total").text()).isEqualTo("not graded");
        assertThat(index.select(".histogram .count").eachText()).allMatch(String::isEmpty);
    }

    @Test
    void what_is_told_of_hidden_cases_is_what_is_shown() {
        assertThat(page(SampleGradings.of(ASSIGNMENT).getFirst()).text())
                .contains("this assignment tells the verdict and, if the output equals a known mix-up, which one.");
    }

    @Test
    void a_class_of_nobody_has_a_page() {
        Document index =
                Jsoup.parse(text(HTML.index(ASSIGNMENT, List.of(), List.of(), student -> student, student -> student)));

        assertThat(index.expectFirst("h1").text()).isEqualTo(ASSIGNMENT.title());
    }

    private static Document page(Grading grading) {
        return Jsoup.parse(text(HTML.student(ASSIGNMENT, Redaction.forStudent(grading, ASSIGNMENT.feedback()))));
    }

    private static String text(byte[] html) {
        return new String(html, StandardCharsets.UTF_8);
    }
}
