package assay.server.http;

import static java.util.Objects.requireNonNull;

import assay.core.report.text.Words;
import assay.server.course.Reviving;
import assay.server.page.Figure;
import assay.server.page.Link;
import assay.server.page.Pages;
import assay.server.page.QueuePage;
import assay.server.page.WorkerLine;
import assay.server.queue.WorkerSettings;
import assay.server.store.Backlog;
import assay.server.store.GradingState;
import assay.server.store.QueuedGrading;
import assay.server.store.Store;
import assay.server.store.StoredGrading;
import assay.server.store.Tx;
import assay.server.store.Urgency;
import assay.server.store.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What waits, what runs and where, and what was set aside: of a course for its staff, of all for the administrator. */
final class QueuePages {
    private static final String OURS = CoursePages.COURSE + "/queue";
    private static final Duration ALIVE = Duration.ofMinutes(2);
    private static final int LISTED = 200;
    private static final int SHORT_ID = 8;

    private final Store store;
    private final Pages pages;
    private final Reviving reviving;

    QueuePages(Store store, Pages pages, Reviving reviving) {
        this.store = requireNonNull(store, "store is null");
        this.pages = requireNonNull(pages, "pages is null");
        this.reviving = requireNonNull(reviving, "reviving is null");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/queue", Access.ADMIN, call -> answer(call, Backlog.EVERYWHERE)),
                Route.get(OURS, Access.STAFF, call -> answer(call, call.course())),
                Route.post(OURS + "/{grading}/again", Access.STAFF_CHANGES, this::again));
    }

    private void answer(Call call, String course) {
        Html.answer(call.http(), 200, pages.queue(store.read(tx -> page(tx, call, course))));
    }

    private static QueuePage page(Tx tx, Call call, String course) {
        Backlog backlog = tx.backlog();
        List<Figure> figures = new ArrayList<>();
        backlog.waiting(course).forEach((urgency, count) -> figures.add(figure(words(urgency), count)));
        long running = backlog.count(course, GradingState.RUNNING);
        long waiting = backlog.count(course, GradingState.WAITING);
        figures.add(figure("running", running));
        figures.add(figure("set aside", backlog.count(course, GradingState.SET_ASIDE)));
        return new QueuePage(
                PageText.frame("Queue", call.who()),
                tx.courses()
                        .find(course)
                        .map(one -> new Link(PageText.line(one.title()), CoursePages.address(one.id()))),
                call.query("again").isPresent() ? "It is in the queue again." : "",
                figures,
                tx.fleet().workers(ALIVE).stream().map(QueuePages::line).toList(),
                backlog.running(course, LISTED).stream()
                        .map(QueuePages::running)
                        .toList(),
                backlog.waiting(course, LISTED).stream()
                        .map(QueuePages::waiting)
                        .toList(),
                waiting > LISTED ? "And " + Words.count(waiting - LISTED) + " more." : "",
                backlog.setAside(course, LISTED).stream()
                        .map(one -> aside(one, course))
                        .toList());
    }

    private static Figure figure(String name, long count) {
        return new Figure(name, Words.count(count));
    }

    private static String words(Urgency urgency) {
        return switch (urgency) {
            case WAITING -> "a student waits";
            case CROWD -> "around the deadline";
            case REGRADE -> "regrades and checks";
        };
    }

    private static WorkerLine line(Worker worker) {
        return new WorkerLine(
                worker.id(),
                worker.host(),
                worker.capabilities() + ", "
                        + Words.plural(worker.threads(), "grading at a time", "gradings at a time"),
                time(worker.seenAt()),
                worker.note());
    }

    private static QueuePage.Running running(QueuedGrading one) {
        StoredGrading grading = one.grading();
        return new QueuePage.Running(
                link(grading),
                of(grading),
                PageText.line(grading.worker()),
                grading.startedAt().map(QueuePages::time).orElse(""),
                grading.casesDone() + " of " + grading.casesTotal() + " cases"
                        + (grading.tries() > 1 ? ", try " + grading.tries() : ""),
                one.heldAt()
                        .map(held -> time(held.plus(WorkerSettings.LEASE)))
                        .orElse("nobody's; it is taken up again"));
    }

    private static QueuePage.Waiting waiting(QueuedGrading one) {
        StoredGrading grading = one.grading();
        String again = one.nextAt()
                .map(next -> "Try " + (grading.tries() + 1) + " from " + time(next) + " on. ")
                .orElse("");
        return new QueuePage.Waiting(
                link(grading),
                of(grading),
                words(grading.urgency()),
                time(grading.queuedAt()),
                grading.tries() == 0 ? "" : again + PageText.line(grading.reason()));
    }

    private static QueuePage.Aside aside(StoredGrading grading, String shown) {
        return new QueuePage.Aside(
                link(grading),
                of(grading),
                grading.endedAt().map(QueuePages::time).orElse(""),
                Words.plural(grading.tries(), "try", "tries"),
                PageText.line(grading.reason()),
                CoursePages.address(grading.course()) + "/queue/" + grading.id() + "/again"
                        + (shown.isEmpty() ? "?everywhere=1" : ""));
    }

    private static Link link(StoredGrading grading) {
        String id = grading.submission();
        return new Link(id.substring(id.length() - SHORT_ID), "/submissions/" + id + "/view");
    }

    private static String of(StoredGrading grading) {
        return PageText.line(grading.course() + " · " + grading.assignment() + " · " + grading.person());
    }

    private static String time(Instant instant) {
        return PageText.brief(instant, ZoneOffset.UTC);
    }

    private void again(Call call) {
        Optional<StoredGrading> queued =
                reviving.again(call.course(), call.path("grading"), call.who().id());
        if (queued.isEmpty()) {
            throw new HttpProblem(409, "It is not set aside any more.");
        }
        boolean everywhere = call.query("everywhere").isPresent() && call.who().admin();
        Html.redirect(
                call.http(), (everywhere ? "/queue" : CoursePages.address(call.course()) + "/queue") + "?again=1");
    }
}
