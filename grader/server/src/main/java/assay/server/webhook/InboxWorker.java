package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.server.course.HandIn;
import assay.server.course.HandInOutcome;
import assay.server.course.HandingIn;
import assay.server.net.GuardedWeb;
import assay.server.net.NetworkPolicy;
import assay.server.net.WebAnswer;
import assay.server.net.WebRequest;
import assay.server.outbox.RetrySchedule;
import assay.server.secret.Vault;
import assay.server.store.Member;
import assay.server.store.Role;
import assay.server.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Turns events that have come into submissions: fetches what they name, within the limits of an upload, and hands it in
 * under the event's own key, so that an event that is dealt with twice hands in once. Other events are noted and left.
 */
public final class InboxWorker {
    private static final int AT_A_TIME = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DONE = "DONE";
    private static final String SET_ASIDE = "SET_ASIDE";

    private final Store store;
    private final Vault vault;
    private final GuardedWeb web;
    private final HandingIn handingIn;
    private final RetrySchedule schedule;

    /** @param largest of a file that is fetched */
    public InboxWorker(
            Store store, Vault vault, GuardedWeb web, HandingIn handingIn, DataSize largest, RetrySchedule schedule) {
        this.store = requireNonNull(store, "store is null");
        this.vault = requireNonNull(vault, "vault is null");
        this.handingIn = requireNonNull(handingIn, "handingIn is null");
        this.schedule = requireNonNull(schedule, "schedule is null");
        NetworkPolicy policy = web.policy().upTo(Math.toIntExact(largest.bytes()), PATIENCE);
        this.web = web.within(policy);
    }

    /** Deals with what is due; returns how many events that were. */
    public int work() {
        List<InboxEvent> due = store.read(tx -> new Sources(tx, vault).due(AT_A_TIME));
        due.forEach(this::deal);
        return due.size();
    }

    private void deal(InboxEvent event) {
        Optional<SubmissionNotice> notice = SubmissionNotice.read(event.payload())
                .filter(found -> found.course().equals(event.course()));
        if (notice.isEmpty()) {
            end(event, SET_ASIDE, "nothing that this course asks for");
            return;
        }
        Optional<String> person = student(event.course(), notice.get().student());
        if (person.isEmpty()) {
            end(event, SET_ASIDE, "no one student of the course is called that");
            return;
        }
        switch (web.send(WebRequest.get(notice.get().download()))) {
            case WebAnswer.Answered got when got.isSuccess() -> handIn(event, notice.get(), person.get(), got.body());
            case WebAnswer.Forbidden forbidden -> end(event, SET_ASIDE, forbidden.summary());
            case WebAnswer.Answered got
            when got.status() < 500 && got.status() != 429 -> end(event, SET_ASIDE, got.summary());
            case WebAnswer other -> later(event, other.summary());
        }
    }

    /** By id or by e-mail address, if that is one student's alone. */
    private Optional<String> student(String course, String name) {
        List<String> found = store.read(tx -> tx.people().members(course)).stream()
                .filter(member -> member.role() == Role.STUDENT)
                .filter(member -> member.person().equals(name)
                        || (!member.email().isEmpty() && member.email().equalsIgnoreCase(name)))
                .map(Member::person)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private void handIn(InboxEvent event, SubmissionNotice notice, String person, byte[] content) {
        String path = String.valueOf(notice.download().getPath());
        HandInOutcome outcome = handingIn.handIn(new HandIn(
                event.course(),
                notice.assignment(),
                person,
                person,
                path.substring(path.lastIndexOf('/') + 1),
                content,
                Optional.of("webhook " + event.source() + " " + event.replayKey()),
                Optional.empty()));
        switch (outcome) {
            case HandInOutcome.Stored stored ->
                end(event, DONE, stored.submission().id());
            case HandInOutcome.NotThere _ -> end(event, SET_ASIDE, "the course has no such assignment");
            case HandInOutcome.NotNow _ -> end(event, SET_ASIDE, "the course's rules forbid it now");
            case HandInOutcome.KeyTaken _ -> end(event, SET_ASIDE, "the event was handed in with another file");
        }
    }

    private void later(InboxEvent event, String reason) {
        Optional<Duration> wait = schedule.after(event.tries() + 1, 0.5);
        if (wait.isEmpty()) {
            end(event, SET_ASIDE, reason);
            return;
        }
        store.write(tx -> {
            new Sources(tx, vault).later(event, tx.now().plus(wait.get()), reason);
            return true;
        });
    }

    private void end(InboxEvent event, String state, String reason) {
        store.write(tx -> {
            new Sources(tx, vault).end(event, state, reason);
            return true;
        });
    }
}
