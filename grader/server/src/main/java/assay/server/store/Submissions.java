package assay.server.store;

import assay.core.domain.Digests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was handed in. */
public final class Submissions {
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
        StoredSubmission submission = new StoredSubmission(
                Ids.at(now), course, assignment, person, now, handedInBy, fileName, digest, rulesVersion);
        handle.createUpdate("insert into submissions (id, course, assignment, person, submitted_at, handed_in_by,"
                        + " file_name, digest, rules_version) values (:id, :course, :assignment, :person,"
                        + " :submittedAt, :handedInBy, :fileName, :digest, :rulesVersion)")
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
        return handle.createQuery("select * from submissions where course = :course and assignment = :assignment"
                        + " and person = :person order by submitted_at desc, id desc")
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
