package assay.server.page;

import static java.util.Objects.requireNonNull;

import assay.core.report.page.Style;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Renders pages as UTF-8; the templates escape whatever they are given. Safe for use by several threads. */
public final class Pages {
    private static final String TEMPLATES = "assay.server.page.jte";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);
    private final byte[] css =
            (Style.load().sheet() + text("/assay/server/server.css")).getBytes(StandardCharsets.UTF_8);
    private final byte[] script = text("/assay/server/server.js").getBytes(StandardCharsets.UTF_8);

    private static String text(String resource) {
        try (InputStream in = requireNonNull(Pages.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The look of the reports, and what the server's pages need besides. */
    public byte[] css() {
        return css.clone();
    }

    public byte[] script() {
        return script.clone();
    }

    /**
     * @param link to be confirmed; empty where a token is asked for
     * @param problem why it did not work; empty where there is none
     */
    public byte[] signIn(String link, String problem) {
        return render("signin", Map.of("frame", new Frame("Sign in", "", false), "link", link, "problem", problem));
    }

    public byte[] problem(String title, String detail) {
        return render("problem", Map.of("frame", new Frame(title, "", false), "detail", detail));
    }

    public byte[] home(HomePage page) {
        return render("home", Map.of("page", page));
    }

    public byte[] assignment(AssignmentPage page) {
        return render("assignment", Map.of("page", page));
    }

    public byte[] submission(SubmissionPage page) {
        return render("submission", Map.of("page", page));
    }

    public byte[] course(CoursePage page) {
        return render("course", Map.of("page", page));
    }

    public byte[] people(PeoplePage page) {
        return render("people", Map.of("page", page));
    }

    public byte[] pictures(PicturesPage page) {
        return render("pictures", Map.of("page", page));
    }

    public byte[] texts(TextsPage page) {
        return render("texts", Map.of("page", page));
    }

    public byte[] marking(MarkingPage page) {
        return render("marking", Map.of("page", page));
    }

    public byte[] rules(RulesPage page) {
        return render("rules", Map.of("page", page));
    }

    public byte[] students(ClassPage page) {
        return render("students", Map.of("page", page));
    }

    public byte[] student(StudentPage page) {
        return render("student", Map.of("page", page));
    }

    public byte[] queue(QueuePage page) {
        return render("queue", Map.of("page", page));
    }

    public byte[] teams(TeamsPage page) {
        return render("teams", Map.of("page", page));
    }

    public byte[] webhooks(WebhooksPage page) {
        return render("webhooks", Map.of("page", page));
    }

    public byte[] source(SourcePage page) {
        return render("source", Map.of("page", page));
    }

    public byte[] regrades(RegradesPage page) {
        return render("regrades", Map.of("page", page));
    }

    public byte[] regrade(RegradePage page) {
        return render("regrade", Map.of("page", page));
    }

    public byte[] comparisons(ComparisonsPage page) {
        return render("comparisons", Map.of("page", page));
    }

    public byte[] comparison(ComparisonPage page) {
        return render("comparison", Map.of("page", page));
    }

    public byte[] pair(PairPage page) {
        return render("pair", Map.of("page", page));
    }

    public byte[] deliveries(DeliveriesPage page) {
        return render("deliveries", Map.of("page", page));
    }

    public byte[] tokens(TokensPage page) {
        return render("tokens", Map.of("page", page));
    }

    public byte[] lti(LtiPage page) {
        return render("lti", Map.of("frame", new Frame(page.title(), "", false), "page", page));
    }

    private byte[] render(String template, Map<String, Object> parameters) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", parameters, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
