package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.Assignment;
import assay.core.assignment.Part;
import assay.core.domain.Points;
import assay.core.domain.Verdict;
import assay.core.manual.Marks;
import assay.core.manual.MarksCsv;
import assay.core.report.text.SafeText;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import assay.server.course.ShownResults;
import assay.server.course.TextMarking;
import assay.server.page.HistoryLine;
import assay.server.page.Link;
import assay.server.page.MarkingPage;
import assay.server.page.Pages;
import assay.server.store.MarkBook;
import assay.server.store.Store;
import assay.server.store.StoredMark;
import assay.server.store.StoredSubmission;
import assay.server.store.Tx;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The staff's page of the texts of one submission. */
final class MarkingPages {
    private static final String ONE = "/submissions/{submission}/marking";
    private static final Pattern POINTS = Pattern.compile("[0-9]{1,7}(?:[.,][0-9]{1,6})?");
    private static final int LONGEST_TEXT = 70_000;
    private static final int LONGEST_REMARK = 2000;

    private final Store store;
    private final Pages pages;
    private final ShownResults results;
    private final TextMarking marking;

    MarkingPages(Store store, Pages pages, ShownResults results, TextMarking marking) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.results = requireNonNull(results, "results is null");
        this.marking = requireNonNull(marking, "marking is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get(ONE, Access.OWNER_STAFF, this::show),
                Route.post(ONE, Access.OWNER_STAFF_CHANGES, this::save));
    }

    static String address(String submission) {
        return "/submissions/" + submission + "/marking";
    }

    static Stream<Part.ManualPart> parts(Assignment assignment) {
        return assignment.parts().stream().filter(Part.ManualPart.class::isInstance).map(Part.ManualPart.class::cast);
    }

    /** The result of a part of which there is a text that a person may grade. */
    static Optional<PartResult> written(Part.ManualPart part, Grading grading) {
        return grading.parts().stream()
                .filter(result -> result.id().equals(part.id()))
                .filter(result -> result.verdict() != Verdict.IE && result.verdict() != Verdict.PV)
                .filter(result -> MarksCsv.text(result).isPresent())
                .findFirst();
    }

    private void show(Call call) {
        Html.answer(call.http(), 200, pages.marking(store.read(tx -> page(tx, call))));
    }

    private MarkingPage page(Tx tx, Call call) {
        StoredSubmission submission = call.handedIn();
        ShownResults.Shown shown = results.whole(tx, submission).orElseThrow(HttpProblem::notFound);
        MarkBook book = new MarkBook(tx);
        Marks marks = book.of(submission, shown.grading());
        ZoneId zone = shown.assignment().zone();
        String name = tx.people()
                .find(submission.person())
                .map(one -> one.name())
                .orElse(submission.person());
        return new MarkingPage(
                PageText.frame("Text of " + name, call.who()),
                new Link("All texts", PageText.address(submission.course(), submission.assignment()) + "/texts"),
                submission.person(),
                address(submission.id()),
                parts(shown.assignment())
                        .flatMap(part -> written(part, shown.grading()).map(result -> text(part, result, shown, marks)).stream())
                        .toList(),
                book.history(submission.course(), submission.assignment(), submission.person()).stream()
                        .map(mark -> line(mark, zone))
                        .toList());
    }

    private static MarkingPage.Text text(
            Part.ManualPart part, PartResult result, ShownResults.Shown shown, Marks marks) {
        String text = MarksCsv.text(result).orElseThrow();
        String student = shown.grading().student();
        return new MarkingPage.Text(
                part.id(),
                PageText.line(part.title()),
                MarksCsv.version(text),
                SafeText.visible(text, LONGEST_TEXT),
                part.rubric().stream()
                        .map(item -> {
                            Optional<Marks.Mark> mark = marks.of(student, part.id(), item.id());
                            return new MarkingPage.Item(
                                    item.id(),
                                    item.about(),
                                    item.points().toString(),
                                    mark.map(given -> given.points().toString()).orElse(""),
                                    mark.map(Marks.Mark::comment).orElse(""));
                        })
                        .toList());
    }

    private static HistoryLine line(StoredMark mark, ZoneId zone) {
        return new HistoryLine(
                PageText.brief(mark.setAt(), zone),
                mark.setBy(),
                mark.item() + ": " + mark.points().map(points -> points + " points").orElse("open"),
                PageText.line(mark.remark()));
    }

    private void save(Call call) {
        StoredSubmission submission = call.handedIn();
        List<StoredMark> changed = store.read(tx -> changed(tx, call, submission));
        if (!changed.isEmpty()) {
            marking.mark(submission, changed, call.who().id());
        }
        Html.redirect(call.http(), PageText.address(submission.course(), submission.assignment()) + "/texts");
    }

    private List<StoredMark> changed(Tx tx, Call call, StoredSubmission submission) {
        ShownResults.Shown shown = results.whole(tx, submission).orElseThrow(HttpProblem::notFound);
        Marks marks = new MarkBook(tx).of(submission, shown.grading());
        List<StoredMark> changed = new ArrayList<>();
        for (Part.ManualPart part : parts(shown.assignment()).toList()) {
            Optional<String> version =
                    written(part, shown.grading()).flatMap(MarksCsv::text).map(MarksCsv::version);
            if (version.isEmpty() || call.form("version/" + part.id()).isEmpty()) {
                continue;
            }
            if (!version.equals(call.form("version/" + part.id()))) {
                throw new HttpProblem(409, "The text has changed since you opened it; please read it again.");
            }
            for (Part.RubricItem item : part.rubric()) {
                StoredMark wanted = wanted(call, submission, part, item, version.get(), tx);
                Optional<Marks.Mark> there = marks.of(shown.grading().student(), part.id(), item.id());
                if (!wanted.points().equals(there.map(Marks.Mark::points))
                        || !wanted.remark().equals(there.map(Marks.Mark::comment).orElse(""))) {
                    changed.add(wanted);
                }
            }
        }
        return changed;
    }

    private static StoredMark wanted(
            Call call,
            StoredSubmission submission,
            Part.ManualPart part,
            Part.RubricItem item,
            String version,
            Tx tx) {
        String field = part.id() + "/" + item.id();
        Optional<Points> points = call.form("points/" + field).map(text -> {
            if (!POINTS.matcher(text).matches()) {
                throw HttpProblem.bad("points are a number such as 0.5");
            }
            return Points.of(text.replace(',', '.'));
        });
        if (points.filter(given -> given.compareTo(item.points()) > 0).isPresent()) {
            throw HttpProblem.bad("'" + item.id() + "' has at most " + item.points() + " points");
        }
        String remark = call.form("remark/" + field).orElse("").replace("\r\n", "\n");
        if (remark.length() > LONGEST_REMARK) {
            throw HttpProblem.bad("a comment has at most " + LONGEST_REMARK + " characters");
        }
        return new StoredMark(
                submission.course(),
                submission.assignment(),
                submission.person(),
                part.id(),
                item.id(),
                version,
                points,
                remark,
                call.who().id(),
                tx.now());
    }
}
