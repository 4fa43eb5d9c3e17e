package assay.server.store;

import assay.core.domain.Digests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was handed in. */
public final class Submissions {
    /**
     * Ids of somebody's submissions: those in their name, and those of a team they were in. Nothing else is to be said
     * beside it of what is looked for, or a database that knows no better goes through the whole class.
     */
    static final String OWN = "(select id from submissions where course = :course and assignment = :assignment"
            + " and person = :person union all select h.submission from shared_submissions h"
            + " join submissions t on t.id = h.submission where h.person = :person and t.course = :course"
            + " and t.assignment = :assignment)";

    private final Handle handle;
    private final Instant now;

    Submissions(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** Keeps the content once, however often it is handed in. */
    public String keep(byte[] content) {
        String digest = Digests.of(content);
        handle.createUpdate("insert into blobs (digest, content) values (:digest, :content)"
                        + " on conflict (digest) do nothing")
                .bind("digest", digest)
                .bind("content", content)
                .execute();
        return digest;
    }

    public Optional<byte[]> content(String digest) {
        return handle.createQuery("select content from blobs where digest = :digest")
                .bind("digest", digest)
                .mapTo(byte[].class)
                .findOne();
    }

    public StoredSubmission add(
            String course,
            String assignment,
            String person,
            String handedInBy,
            String fileName,
            String digest,
            int rulesVersion) {
        return add(course, assignment, person, handedInBy, fileName, digest, rulesVersion, now);
    }

    /** @param submittedAt the time that counts, where somebody who is trusted gave it */
    public StoredSubmission add(
            String course,
            String assignment,
            String person,
            String handedInBy,
            String fileName,
            String digest,
            int rulesVersion,
            Instant submittedAt) {
        StoredSubmission submission = new StoredSubmission(
                Ids.at(now),
                course,
                assignment,
                person,
                submittedAt,
                handedInBy,
                fileName,
                digest,
                rulesVersion,
                submittedAt.equals(now) ? Optional.empty() : Optional.of(now));
        handle.createUpdate("insert into submissions (id, course, assignment, person, submitted_at, handed_in_by,"
                        + " file_name, digest, rules_version, received_at) values (:id, :course, :assignment, :person,"
                        + " :submittedAt, :handedInBy, :fileName, :digest, :rulesVersion, :receivedAt)")
                .bindMethods(submission)
                .execute();
        return submission;
    }

    public Optional<StoredSubmission> find(String id) {
        return handle.createQuery("select * from submissions where id = :id")
                .bind("id", id)
                .mapTo(StoredSubmission.class)
                .findOne();
    }

    /** Newest first. */
    public List<StoredSubmission> of(String course, String assignment, String person) {
        return handle.createQuery(
                        "select * from submissions where id in " + OWN + " order by submitted_at desc, id desc")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person)
                .mapTo(StoredSubmission.class)
                .list();
    }

    /** Newest first. */
    public List<StoredSubmission> of(String course, String assignment, int limit) {
        return handle.createQuery("select * from submissions where course = :course and assignment = :assignment"
                        + " order by submitted_at desc, id desc limit :limit")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("limit", limit)
                .mapTo(StoredSubmission.class)
                .list();
    }

    /** Somebody else's it is as well. */
    public void share(String submission, String person) {
        handle.createUpdate("insert into shared_submissions (submission, person) values (:submission, :person)"
                        + " on conflict (submission, person) do nothing")
                .bind("submission", submission)
                .bind("person", person)
                .execute();
    }

    /** Everybody whose it is; first the one in whose name it is kept. */
    public List<String> owners(StoredSubmission submission) {
        return owners(submission.id(), submission.person());
    }

    /** @param person in whose name it is kept */
    List<String> owners(String submission, String person) {
        List<String> owners = new ArrayList<>(List.of(person));
        owners.addAll(handle.createQuery(
                        "select person from shared_submissions where submission = :submission order by person")
                .bind("submission", submission)
                .mapTo(String.class)
                .list());
        return owners;
    }

    /** Everybody whose each of them is, by the submission; first the one in whose name it is kept. */
    public Map<String, List<Person>> owners(Collection<String> submissions) {
        Map<String, List<Person>> owners = new HashMap<>();
        if (submissions.isEmpty()) {
            return owners;
        }
        handle.createQuery("select o.submission, p.* from (select id as submission, person, 0 as place"
                        + " from submissions where id in (<ids>) union all select submission, person, 1"
                        + " from shared_submissions where submission in (<ids>)) o join people p on p.id = o.person"
                        + " order by o.place, o.person")
                .bindList("ids", List.copyOf(submissions))
                .map((row, context) -> Map.entry(
                        row.getString("submission"),
                        context.findRowMapperFor(Person.class).orElseThrow().map(row, context)))
                .forEach(entry -> owners.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        return owners;
    }

    /** What a request of that key led to. */
    public record Repeated(String requestDigest, String submission) {}

    public Optional<Repeated> repeated(String person, String key) {
        return handle.createQuery("select request_digest, submission from idempotency"
                        + " where person = :person and request_key = :key")
                .bind("person", person)
                .bind("key", key)
                .map((row, _) -> new Repeated(row.getString(1), row.getString(2)))
                .findOne();
    }

    public void remember(String person, String key, String requestDigest, String submission) {
        handle.createUpdate("insert into idempotency (person, request_key, request_digest, submission)"
                        + " values (:person, :key, :requestDigest, :submission)")
                .bind("person", person)
                .bind("key", key)
                .bind("requestDigest", requestDigest)
                .bind("submission", submission)
                .execute();
    }
}
