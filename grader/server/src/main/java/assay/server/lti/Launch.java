package assay.server.lti;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a platform's token says, once it is believed. */
public sealed interface Launch {
    /**
     * Who, and where.
     *
     * @param subject the platform's name for the person; with the registration it is the identity, the e-mail never is
     * @param context the platform's course; empty where there is none
     * @param custom what we put into the link ourselves, or an instructor did: a wish, never a right
     */
    record Person(
            String deployment,
            String subject,
            String name,
            String email,
            List<String> roles,
            Optional<Context> context,
            Map<String, String> custom,
            Services services) {
        public Person {
            requireNonNull(deployment, "deployment is null");
            requireNonNull(subject, "subject is null");
            requireNonNull(context, "context is null");
            requireNonNull(services, "services is null");
            roles = List.copyOf(roles);
            custom = Map.copyOf(custom);
        }
    }

    record Context(String id, String title) {}

    /**
     * @param lineItem where grades of this link go; empty if there is none, or more than one
     * @param scopes what we may do there
     */
    record Services(String lineItem, String lineItems, List<String> scopes, String memberships) {
        public Services {
            scopes = List.copyOf(scopes);
        }
    }

    /** Somebody opens a link. */
    record Opened(Person person, String link) implements Launch {
        public Opened {
            requireNonNull(person, "person is null");
            requireNonNull(link, "link is null");
        }
    }

    /**
     * An instructor chooses what a link is to open.
     *
     * @param data to be given back as it is
     */
    record Choosing(Person person, URI returnTo, Optional<String> data, boolean multiple, boolean lineItems)
            implements Launch {
        public Choosing {
            requireNonNull(person, "person is null");
            requireNonNull(returnTo, "returnTo is null");
            requireNonNull(data, "data is null");
        }
    }

    /** @param reason for our log, and in general terms for the page */
    record Refused(String reason) implements Launch {
        public Refused {
            requireNonNull(reason, "reason is null");
        }
    }
}
