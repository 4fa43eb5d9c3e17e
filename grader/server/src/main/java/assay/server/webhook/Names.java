package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.store.Tx;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What another system calls our assignments and people, within one transaction: a teacher says so, since an address or a
 * login that somebody chose for themselves proves nothing.
 */
public final class Names {
    private final Tx tx;

    public Names(Tx tx) {
        this.tx = requireNonNull(tx, "tx is null");
    }

    /**
     * A name.
     *
     * @param name such as {@code assay-class/hw1-ada} for a repository, {@code assignment:17}, {@code user:42}
     * @param assignment empty where it names a person alone
     * @param person empty where it names an assignment alone
     */
    public record Name(String name, String assignment, String person) {
        public Name {
            requireNonNull(name, "name is null");
            requireNonNull(assignment, "assignment is null");
            requireNonNull(person, "person is null");
        }
    }

    public void put(String source, Name name) {
        tx.handle()
                .createUpdate("insert into webhook_names (source, name, assignment, person)"
                        + " values (:source, :name, :assignment, :person) on conflict (source, name) do update set"
                        + " assignment = excluded.assignment, person = excluded.person")
                .bind("source", source)
                .bind("name", name.name().toLowerCase(Locale.ROOT))
                .bind("assignment", name.assignment())
                .bind("person", name.person())
                .execute();
    }

    public Optional<Name> find(String source, String name) {
        return tx.handle()
                .createQuery("select name, assignment, person from webhook_names where source = :source and name = :name")
                .bind("source", source)
                .bind("name", name.toLowerCase(Locale.ROOT))
                .map((row, _) -> new Name(row.getString(1), row.getString(2), row.getString(3)))
                .findOne();
    }

    public List<Name> of(String source) {
        return tx.handle()
                .createQuery("select name, assignment, person from webhook_names where source = :source order by name")
                .bind("source", source)
                .map((row, _) -> new Name(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
