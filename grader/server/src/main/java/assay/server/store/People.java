package assay.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** People, and what they are in which course. */
public final class People {
    private final Handle handle;
    private final Instant now;

    People(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    public Optional<Person> find(String id) {
        return handle.createQuery("select * from people where id = :id")
                .bind("id", id)
                .mapTo(Person.class)
                .findOne();
    }

    /** What somebody is called; the id of one who is not known. */
    public String name(String id) {
        return find(id).map(Person::name).orElse(id);
    }

    /** Makes the person, or corrects name and e-mail. */
    public void put(String id, String name, String email) {
        handle.createUpdate("insert into people (id, name, email) values (:id, :name, :email)"
                        + " on conflict (id) do update set name = excluded.name, email = excluded.email")
                .bind("id", id)
                .bind("name", name)
                .bind("email", email)
                .execute();
    }

    public void makeAdmin(String id) {
        handle.createUpdate("update people set admin_since = :now where id = :id")
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    /** Makes or changes the membership. */
    public void enrol(String course, String person, Role role) {
        handle.createUpdate("insert into members (course, person, role, since) values (:course, :person, :role, :now)"
                        + " on conflict (course, person) do update set role = excluded.role")
                .bind("course", course)
                .bind("person", person)
                .bind("role", role)
                .bind("now", now)
                .execute();
    }

    public void leave(String course, String person) {
        handle.createUpdate("delete from members where course = :course and person = :person")
                .bind("course", course)
                .bind("person", person)
                .execute();
    }

    public Optional<Role> role(String course, String person) {
        return handle.createQuery("select role from members where course = :course and person = :person")
                .bind("course", course)
                .bind("person", person)
                .mapTo(Role.class)
                .findOne();
    }

    /**
     * Makes whoever else wants to decide something about this membership wait for the end of this transaction.
     *
     * @return whether there is such a membership
     */
    public boolean lock(String course, String person) {
        return handle.createUpdate("update members set since = since where course = :course and person = :person")
                        .bind("course", course)
                        .bind("person", person)
                        .execute()
                == 1;
    }

    public List<Member> members(String course) {
        return handle.createQuery("select m.course, m.person, p.name, p.email, m.role, m.since from members m"
                        + " join people p on p.id = m.person where m.course = :course order by p.name, p.id")
                .bind("course", course)
                .mapTo(Member.class)
                .list();
    }
}
