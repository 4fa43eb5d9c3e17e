package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.store.Ids;
import assay.server.store.Role;
import assay.server.store.Tx;
import java.util.Optional;

/** Who came through which link into which of our courses, within one transaction. */
final class Arrivals {
    private final Tx tx;
    private final Registration registration;

    Arrivals(Tx tx, Registration registration) {
        this.tx = requireNonNull(tx, "tx is null");
        this.registration = requireNonNull(registration, "registration is null");
    }

    /** @param role nothing where the platform's roles give none here */
    record Arrived(String person, String course, Optional<Role> role) {}

    /** Why somebody came to nothing; one sentence for them. */
    static final class NotHere extends Exception {
        private static final long serialVersionUID = 1L;

        NotHere(String sentence) {
            super(sentence);
        }
    }

    /** Makes the person known and a member, as far as the platform says so and the course is linked. */
    Arrived arrive(Launch.Person who) throws NotHere {
        Launch.Context context =
                who.context().orElseThrow(() -> new NotHere("The platform does not say in which course this link is."));
        noteContext(who, context);
        String course = course(who.deployment(), context.id())
                .orElseThrow(() -> new NotHere(
                        "This course is not linked with one of Assay's yet. An administrator links registration %s, deployment %s, context %s."
                                .formatted(registration.id(), who.deployment(), context.id())));
        Role role = PlatformRole.of(who.roles())
                .orElseThrow(() -> new NotHere("You have no role in this course that Assay knows."));
        String person = person(who);
        // Whoever is more here than there stays what they are here: the platform makes nobody less.
        Optional<Role> own = tx.people().role(course, person);
        if (own.isEmpty() || own.get().compareTo(role) < 0) {
            tx.people().enrol(course, person, role);
            tx.audit("lti " + registration.id(), "enrolled", course, person, role.name());
        }
        return new Arrived(person, course, Optional.of(role));
    }

    /** By the platform's own id of the person alone: an e-mail address can be anybody's. */
    private String person(Launch.Person who) {
        Optional<String> known = tx.handle()
                .createQuery("select person from lti_people where registration = :registration and subject = :subject")
                .bind("registration", registration.id())
                .bind("subject", who.subject())
                .mapTo(String.class)
                .findOne();
        if (known.isPresent()) {
            return known.get();
        }
        String person = "lti-" + Ids.at(tx.now());
        tx.people().put(person, who.name().isEmpty() ? "Somebody without a name" : who.name(), who.email());
        tx.handle()
                .createUpdate("insert into lti_people (registration, subject, person)"
                        + " values (:registration, :subject, :person)")
                .bind("registration", registration.id())
                .bind("subject", who.subject())
                .bind("person", person)
                .execute();
        return person;
    }

    private void noteContext(Launch.Person who, Launch.Context context) {
        tx.handle()
                .createUpdate("insert into lti_contexts (registration, deployment, context, title, memberships)"
                        + " values (:registration, :deployment, :context, :title, :memberships)"
                        + " on conflict (registration, deployment, context) do update set title = excluded.title,"
                        + " memberships = excluded.memberships")
                .bind("registration", registration.id())
                .bind("deployment", who.deployment())
                .bind("context", context.id())
                .bind("title", context.title())
                .bind("memberships", who.services().memberships())
                .execute();
    }

    /** Says which of our courses it is; for administrators. */
    void link(String deployment, String context, String course) {
        tx.handle()
                .createUpdate("insert into lti_contexts (registration, deployment, context, title, course, memberships)"
                        + " values (:registration, :deployment, :context, '', :course, '')"
                        + " on conflict (registration, deployment, context) do update set course = excluded.course")
                .bind("registration", registration.id())
                .bind("deployment", deployment)
                .bind("context", context)
                .bind("course", course)
                .execute();
    }

    private Optional<String> course(String deployment, String context) {
        return tx.handle()
                .createQuery("select course from lti_contexts where registration = :registration"
                        + " and deployment = :deployment and context = :context and course is not null")
                .bind("registration", registration.id())
                .bind("deployment", deployment)
                .bind("context", context)
                .mapTo(String.class)
                .findOne();
    }

    /** The assignment of a link: as we know it, or as the link itself says, if the course has such an assignment. */
    Optional<String> assignment(Launch.Opened opened, String course) {
        String wanted = opened.person().custom().getOrDefault("assignment", "");
        Optional<String> known = tx.handle()
                .createQuery("select assignment from lti_links where registration = :registration"
                        + " and deployment = :deployment and context = :context and link = :link and course = :course")
                .bind("registration", registration.id())
                .bind("deployment", opened.person().deployment())
                .bind("context", opened.person().context().orElseThrow().id())
                .bind("link", opened.link())
                .bind("course", course)
                .mapTo(String.class)
                .findOne();
        Optional<String> assignment = known.or(() -> wanted.isEmpty()
                ? Optional.empty()
                : tx.courses().assignment(course, wanted).map(published -> published.id()));
        assignment.ifPresent(id -> noteLink(opened, course, id));
        return assignment;
    }

    /** At every launch: platforms tell of the line item late, and change it. */
    private void noteLink(Launch.Opened opened, String course, String assignment) {
        Launch.Services services = opened.person().services();
        tx.handle()
                .createUpdate("insert into lti_links (registration, deployment, context, link, course, assignment,"
                        + " line_item, line_items, scopes) values (:registration, :deployment, :context,"
                        + " :link, :course, :assignment, :item, :items, :scopes) on conflict (registration,"
                        + " deployment, context, link) do update set line_item = case when"
                        + " excluded.line_item = '' then lti_links.line_item else excluded.line_item end,"
                        + " line_items = excluded.line_items, scopes = excluded.scopes")
                .bind("registration", registration.id())
                .bind("deployment", opened.person().deployment())
                .bind("context", opened.person().context().orElseThrow().id())
                .bind("link", opened.link())
                .bind("course", course)
                .bind("assignment", assignment)
                .bind("item", services.lineItem())
                .bind("items", services.lineItems())
                .bind("scopes", String.join(" ", services.scopes()))
                .execute();
    }
}
