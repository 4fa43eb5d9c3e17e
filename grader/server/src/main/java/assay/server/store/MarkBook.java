package assay.server.store;

import static java.util.Objects.requireNonNull;

import assay.core.manual.Marks;
import assay.core.manual.MarksCsv;
import assay.core.result.Grading;
import assay.core.result.PartResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What persons decided about texts; nothing that was decided is ever lost, and of an item and a text the last holds. */
public final class MarkBook {
    private final Tx tx;

    public MarkBook(Tx tx) {
        this.tx = requireNonNull(tx, "tx is null");
    }

    public void put(StoredMark mark) {
        tx.people().lock(mark.course(), mark.person()); // or two at once would have the same number
        tx.handle()
                .createUpdate("insert into marks (course, assignment, person, seq, part, item, text_version, points,"
                        + " remark, set_by, set_at) values (:course, :assignment, :person, (select"
                        + " coalesce(max(seq), 0) + 1 from marks where course = :course and assignment ="
                        + " :assignment and person = :person), :part, :item, :textVersion, :points, :remark,"
                        + " :setBy, :setAt)")
                .bindMethods(mark)
                .execute();
    }

    /** Newest first. */
    public List<StoredMark> history(String course, String assignment, String person) {
        return tx.handle()
                .createQuery("select course, assignment, person, part, item, text_version, points, remark, set_by,"
                        + " set_at from marks where course = :course and assignment = :assignment"
                        + " and person = :person order by seq desc")
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("person", person)
                .mapTo(StoredMark.class)
                .list();
    }

    /** The marks that hold for the texts of a grading, whatever was decided about other texts of the student's. */
    public Marks of(StoredSubmission submission, Grading grading) {
        Map<String, String> texts = new HashMap<>();
        for (PartResult part : grading.parts()) {
            MarksCsv.text(part).ifPresent(text -> texts.put(part.id(), MarksCsv.version(text)));
        }
        Map<Marks.Key, Optional<Marks.Mark>> latest = new HashMap<>();
        history(submission.course(), submission.assignment(), submission.person()).stream()
                .filter(mark -> mark.textVersion().equals(texts.get(mark.part())))
                .forEach(mark -> latest.putIfAbsent(
                        new Marks.Key(grading.student(), mark.part(), mark.item()),
                        mark.points().map(points -> new Marks.Mark(points, mark.remark(), mark.textVersion()))));
        Map<Marks.Key, Marks.Mark> marks = new HashMap<>();
        latest.forEach((key, mark) -> mark.ifPresent(given -> marks.put(key, given)));
        return new Marks(marks);
    }
}
