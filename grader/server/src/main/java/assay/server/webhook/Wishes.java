package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.net.WebAnswer;
import assay.server.store.Member;
import assay.server.store.Role;
import assay.server.store.Store;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads what events ask for, each kind of system's in its own way. */
final class Wishes {
    private static final URI GITHUB = URI.create("https://api.github.com");

    private final Store store;
    private final Downloads downloads;

    Wishes(Store store, Downloads downloads) {
        this.store = requireNonNull(store, "store is null");
        this.downloads = requireNonNull(downloads, "downloads is null");
    }

    Wanted of(Source source, InboxEvent event) {
        return switch (source.kind()) {
            case STANDARD, SIGNED -> notice(event);
            case GITHUB -> push(source, event);
            case CANVAS -> canvas(source, event);
        };
    }

    private Wanted notice(InboxEvent event) {
        Optional<SubmissionNotice> notice = SubmissionNotice.read(event.payload())
                .filter(found -> found.course().equals(event.course()));
        if (notice.isEmpty()) {
            return new Wanted.Nothing("nothing that this course asks for");
        }
        SubmissionNotice found = notice.get();
        String path = String.valueOf(found.download().getPath());
        return student(event.course(), found.student())
                .<Wanted>map(person -> new Wanted.Submission(
                        found.assignment(),
                        person,
                        Optional.of(found.submittedAt()),
                        "webhook " + event.source() + " " + event.replayKey(),
                        List.of(new Wanted.Download(
                                path.substring(path.lastIndexOf('/') + 1), found.download(), "", false))))
                .orElseGet(() -> new Wanted.Nothing("no one student of the course is called that"));
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

    private Wanted push(Source source, InboxEvent event) {
        Optional<GithubPush> read = GithubPush.read(event.payload());
        if (read.isEmpty() || !read.get().usual()) {
            return new Wanted.Nothing("no commit on the branch that counts");
        }
        GithubPush push = read.get();
        Optional<Names.Name> name = name(source, push.repository());
        if (name.isEmpty() || name.get().assignment().isEmpty() || name.get().person().isEmpty()) {
            return new Wanted.Nothing("nobody has said whose repository that is, and for which assignment");
        }
        String base = source.fetch().address().orElse(GITHUB).toString();
        URI archive = URI.create(base + "/repos/" + push.repository() + "/zipball/" + push.commit());
        return new Wanted.Submission(
                name.get().assignment(),
                name.get().person(),
                push.pushedAt(),
                "github " + push.repository() + " " + push.commit(),
                List.of(new Wanted.Download("repository.zip", archive, source.fetch().token(), true)));
    }

    private Optional<Names.Name> name(Source source, String name) {
        return store.read(tx -> new Names(tx).find(source.id(), name));
    }

    private Wanted canvas(Source source, InboxEvent event) {
        Optional<CanvasSubmission.Hint> hint = CanvasSubmission.hint(event.payload());
        if (hint.isEmpty()) {
            return new Wanted.Nothing("no submission");
        }
        CanvasSubmission.Hint found = hint.get();
        String assignment = name(source, "assignment:" + found.assignment())
                .map(Names.Name::assignment)
                .orElse("");
        String person =
                name(source, "user:" + found.user()).map(Names.Name::person).orElse("");
        if (assignment.isEmpty() || person.isEmpty() || source.fetch().address().isEmpty()) {
            return new Wanted.Nothing("nobody has said what assignment " + found.assignment() + " and user "
                    + found.user() + " of Canvas are here, or where Canvas is asked");
        }
        URI address = URI.create(source.fetch().address().get() + "/assignments/" + found.assignment()
                + "/submissions/" + found.user());
        return switch (downloads.ask(address, source.fetch().token())) {
            case WebAnswer.Answered got when got.isSuccess() ->
                CanvasSubmission.read(got.body())
                        .<Wanted>map(submission -> submission(found, submission, assignment, person))
                        .orElseGet(() -> new Wanted.Nothing("Canvas holds no file of that submission"));
            case WebAnswer answer -> refused(answer);
        };
    }

    private static Wanted submission(
            CanvasSubmission.Hint hint, CanvasSubmission submission, String assignment, String person) {
        return new Wanted.Submission(
                assignment,
                person,
                Optional.of(submission.submittedAt()),
                "canvas " + hint.assignment() + " " + hint.user() + " " + submission.attempt(),
                submission.files().stream()
                        .map(file -> new Wanted.Download(file.name(), file.address(), "", true))
                        .toList());
    }

    /** Whether it is worth another try. */
    static Wanted refused(WebAnswer answer) {
        return switch (answer) {
            case WebAnswer.Forbidden forbidden -> new Wanted.Nothing(forbidden.summary());
            case WebAnswer.Answered got
            when got.status() < 500 && got.status() != 429 -> new Wanted.Nothing(got.summary());
            case WebAnswer other -> new Wanted.Later(other.summary());
        };
    }
}
