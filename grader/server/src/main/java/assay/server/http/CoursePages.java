package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.report.text.Words;
import assay.server.course.ShownResults;
import assay.server.course.Teaching;
import assay.server.page.CoursePage;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.store.PublishedAssignment;
import assay.server.store.Store;
import assay.server.store.Tx;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A course as its staff sees it: what is published in it, and how to publish more. */
final class CoursePages {
    static final String COURSE = "/courses/{course}";
    private static final Pattern ID = Pattern.compile("(?m)^id:\\s*[\"']?([a-z0-9][a-z0-9-]{0,99})[\"']?\\s*(?:#.*)?$");

    private final Store store;
    private final Pages pages;
    private final Teaching teaching;
    private final ShownResults results;

    CoursePages(Store store, Pages pages, Teaching teaching, ShownResults results) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.teaching = requireNonNull(teaching, "teaching is null");
        this.results = requireNonNull(results, "results is null");
    }

    List<Route> routes() {
        return List.of(
                Route.post("/courses", Access.ADMIN, this::add),
                Route.get(COURSE, Access.STAFF, call -> answer(call, 200, List.of())),
                Route.post(COURSE + "/publish", Access.INSTRUCTOR, this::publish));
    }

    static String address(String course) {
        return "/courses/" + PageText.segment(course);
    }

    private void add(Call call) {
        String id = Fields.id(call.form("id").orElse(""));
        String title = Fields.line(call.form("title").orElse(""), "title");
        CourseRoutes.add(store, call.who().id(), id, title);
        Html.redirect(call.http(), address(id));
    }

    private void answer(Call call, int status, List<String> problems) {
        CoursePage page = store.read(tx -> page(tx, call, problems));
        Html.answer(call.http(), status, pages.course(page));
    }

    private CoursePage page(Tx tx, Call call, List<String> problems) {
        String address = address(call.course());
        String title = tx.courses().find(call.course()).orElseThrow().title();
        List<PublishedAssignment> published = tx.courses().assignments(call.course());
        String done = published.stream()
                .filter(one -> call.query("done").filter(one.id()::equals).isPresent())
                .map(one -> PageText.line(one.title()) + " is published, as version " + one.version() + ".")
                .findFirst()
                .orElse("");
        return new CoursePage(
                PageText.frame(title, call.who()),
                address,
                published.stream().map(one -> version(one, call.instructs())).toList(),
                call.instructs(),
                links(address),
                done,
                problems);
    }

    /** To whatever concerns the whole course. */
    static List<Link> links(String address) {
        return List.of(
                new Link("People", address + "/people"),
                new Link("Queue", address + "/queue"),
                new Link("Deliveries", address + "/deliveries"),
                new Link("Webhooks", address + "/webhooks"));
    }

    private CoursePage.Version version(PublishedAssignment one, boolean instructs) {
        ZoneId zone = results.assignment(one).zone();
        String address = PageText.address(one.course(), one.id());
        return new CoursePage.Version(
                new Link(PageText.line(one.title()), address + "/class"),
                "Version " + one.version(),
                "due " + Words.instant(one.deadline(), zone),
                "published " + PageText.brief(one.publishedAt(), zone) + " by " + PageText.line(one.publishedBy()),
                AssignmentLinks.of(address, List.of(), instructs));
    }

    private void publish(Call call) throws IOException {
        byte[] yaml = upload(call, "file");
        Optional<String> id = id(yaml);
        if (id.isEmpty()) {
            answer(call, 422, List.of("assignment.yaml: it has no id, which is small letters, digits and hyphens."));
            return;
        }
        Teaching.Publishing outcome =
                teaching.publish(call.course(), id.get(), yaml, call.who().id());
        switch (outcome) {
            case Teaching.Publishing.Published(PublishedAssignment assignment) ->
                Html.redirect(call.http(), address(call.course()) + "?done=" + PageText.segment(assignment.id()));
            case Teaching.Publishing.Invalid(List<String> problems) ->
                answer(call, 422, problems.stream().map(PageText::line).toList());
            case Teaching.Publishing.VersionTaken(int version) ->
                answer(
                        call,
                        409,
                        List.of("Version " + version + " of " + id.get()
                                + " is published already, with another content: count the version up."));
        }
    }

    private static Optional<String> id(byte[] yaml) {
        Matcher line = ID.matcher(new String(yaml, StandardCharsets.UTF_8));
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    /** The one file of a form. */
    static byte[] upload(Call call, String field) throws IOException {
        Map<String, List<UploadedFile>> files = call.http().uploadedFileMap();
        List<UploadedFile> sent = files.getOrDefault(field, List.of());
        if (sent.size() != 1) {
            throw HttpProblem.bad("there is no file in the request");
        }
        try (InputStream in = sent.getFirst().content()) {
            return in.readAllBytes();
        }
    }
}
