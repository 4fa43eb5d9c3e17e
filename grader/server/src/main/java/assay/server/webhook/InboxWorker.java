package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.server.course.Archives;
import assay.server.course.HandIn;
import assay.server.course.HandInOutcome;
import assay.server.course.HandingIn;
import assay.server.net.GuardedWeb;
import assay.server.net.NetworkPolicy;
import assay.server.net.WebAnswer;
import assay.server.outbox.RetrySchedule;
import assay.server.secret.Vault;
import assay.server.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Turns events that have come into submissions: fetches what they name, within the limits of an upload, and hands it in
 * under the submission's own key, so that what several events tell of is handed in once. Other events are noted and left.
 */
public final class InboxWorker {
    private static final int AT_A_TIME = 20;
    private static final int MOST_FILES = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DONE = "DONE";
    private static final String SET_ASIDE = "SET_ASIDE";

    private final Store store;
    private final Vault vault;
    private final Downloads downloads;
    private final Wishes wishes;
    private final HandingIn handingIn;
    private final DataSize largest;
    private final RetrySchedule schedule;

    /** @param largest of a submission that is fetched */
    public InboxWorker(
            Store store, Vault vault, GuardedWeb web, HandingIn handingIn, DataSize largest, RetrySchedule schedule) {
        this.store = requireNonNull(store, "store is null");
        this.vault = requireNonNull(vault, "vault is null");
        this.handingIn = requireNonNull(handingIn, "handingIn is null");
        this.largest = requireNonNull(largest, "largest is null");
        this.schedule = requireNonNull(schedule, "schedule is null");
        NetworkPolicy policy = web.policy().upTo(Math.toIntExact(largest.bytes()), PATIENCE);
        this.downloads = new Downloads(web.within(policy));
        this.wishes = new Wishes(store, downloads);
    }

    /** Deals with what is due; returns how many events that were. */
    public int work() {
        List<InboxEvent> due = store.read(tx -> new Inbox(tx).due(AT_A_TIME));
        due.forEach(this::deal);
        return due.size();
    }

    private void deal(InboxEvent event) {
        Optional<Source> source =
                store.read(tx -> new Sources(tx, vault).find(event.source())).filter(found -> !found.disabled());
        if (source.isEmpty()) {
            end(event, SET_ASIDE, "the source was switched off");
            return;
        }
        switch (wishes.of(source.get(), event)) {
            case Wanted.Nothing(String reason) -> end(event, SET_ASIDE, reason);
            case Wanted.Later(String reason) -> later(event, reason);
            case Wanted.Submission submission -> fetch(event, source.get(), submission);
        }
    }

    private void fetch(InboxEvent event, Source source, Wanted.Submission submission) {
        Map<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        for (Wanted.Download file : submission.files()) {
            switch (downloads.get(file)) {
                case WebAnswer.Answered got when got.isSuccess() -> {
                    bytes += got.body().length;
                    files.put(files.containsKey(file.name()) ? files.size() + "-" + file.name() : file.name(), got.body());
                }
                case WebAnswer other -> {
                    switch (Wishes.refused(other)) {
                        case Wanted.Later(String reason) -> later(event, reason);
                        case Wanted.Nothing(String reason) -> end(event, SET_ASIDE, reason);
                        case Wanted.Submission _ -> throw new AssertionError("no answer is a submission");
                    }
                    return;
                }
            }
            if (bytes > largest.bytes() || files.size() > MOST_FILES) {
                end(event, SET_ASIDE, "it is larger than a submission may be");
                return;
            }
        }
        handIn(event, source, submission, files);
    }

    private void handIn(InboxEvent event, Source source, Wanted.Submission submission, Map<String, byte[]> files) {
        Map.Entry<String, byte[]> first = files.entrySet().iterator().next();
        boolean one = files.size() == 1;
        HandInOutcome outcome = handingIn.handIn(new HandIn(
                event.course(),
                submission.assignment(),
                submission.person(),
                submission.person(),
                one ? first.getKey() : "submission.zip",
                one ? first.getValue() : Archives.zip(files),
                Optional.of(submission.key()),
                submission.submittedAt().filter(_ -> source.trusted())));
        switch (outcome) {
            case HandInOutcome.Stored stored ->
                end(event, DONE, stored.submission().id());
            case HandInOutcome.NotThere _ -> end(event, SET_ASIDE, "the course has no such assignment or student");
            case HandInOutcome.NotNow _ -> end(event, SET_ASIDE, "the course's rules forbid it now");
            case HandInOutcome.KeyTaken _ -> end(event, SET_ASIDE, "it was handed in already, with another file");
        }
    }

    private void later(InboxEvent event, String reason) {
        Optional<Duration> wait = schedule.after(event.tries() + 1, 0.5);
        if (wait.isEmpty()) {
            end(event, SET_ASIDE, reason);
            return;
        }
        store.write(tx -> {
            new Inbox(tx).later(event, tx.now().plus(wait.get()), reason);
            return true;
        });
    }

    private void end(InboxEvent event, String state, String reason) {
        store.write(tx -> {
            new Inbox(tx).end(event, state, reason);
            return true;
        });
    }
}
