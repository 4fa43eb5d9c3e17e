package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Points;
import assay.server.http.Access;
import assay.server.http.Call;
import assay.server.http.Route;
import assay.server.page.LtiPage;
import assay.server.store.PublishedAssignment;
import assay.server.store.Role;
import assay.server.store.Store;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an instructor chooses which assignment a link opens. */
final class DeepLinkRoutes {
    private static final Logger logger = LoggerFactory.getLogger(DeepLinkRoutes.class);

    private final Store store;
    private final ToolKeys keys;
    private final URI tool;
    private final Framed framed;
    private final Function<PublishedAssignment, Points> maximum;

    /** @param maximum the points of an assignment, for line items that are made with links */
    DeepLinkRoutes(Store store, ToolKeys keys, URI tool, Framed framed, Function<PublishedAssignment, Points> maximum) {
        this.store = requireNonNull(store, "store is null");
        this.keys = requireNonNull(keys, "keys is null");
        this.tool = requireNonNull(tool, "tool is null");
        this.framed = requireNonNull(framed, "framed is null");
        this.maximum = requireNonNull(maximum, "maximum is null");
    }

    List<Route> routes() {
        return List.of(Route.post("/lti/deep-link", Access.EXTERNAL, this::chosen));
    }

    void choose(Call call, Registration registration, Launch.Choosing choosing) {
        Map<String, String> assignments = new LinkedHashMap<>();
        Optional<String> code = store.write(tx -> {
            try {
                Arrivals.Arrived who = new Arrivals(tx, registration).arrive(choosing.person());
                if (who.role()
                        .filter(role -> role.compareTo(Role.INSTRUCTOR) >= 0)
                        .isEmpty()) {
                    return Optional.empty();
                }
                tx.courses().assignments(who.course()).forEach(one -> assignments.put(one.id(), one.title()));
                return Optional.of(new DeepLinks(tx).begin(registration, choosing, who));
            } catch (Arrivals.NotHere not) {
                logger.info("lti: {}", not.getMessage());
                return Optional.empty();
            }
        });
        if (code.isEmpty()) {
            framed.refuse(call, "Only instructors of a course that is linked with Assay choose what a link opens.");
            return;
        }
        framed.answer(
                call.http(),
                200,
                LtiPage.form("Choose", "Which assignment?", "/lti/deep-link", Map.of("code", code.get()), "Choose")
                        .choosing(assignments, choosing.multiple()),
                LoginFlow.origin(registration.login()),
                "");
    }

    private void chosen(Call call) {
        List<String> wanted = call.http().formParams("assignment");
        Optional<DeepLinks.Choice> ended = store.write(
                tx -> new DeepLinks(tx).end(Framed.value(call, "code").orElse("")));
        if (ended.isEmpty()) {
            framed.refuse(call, "This choice was made already, or took too long.");
            return;
        }
        DeepLinks.Choice choice = ended.get();
        Registration registration = store.read(tx -> new Registrations(tx).find(choice.registration()))
                .orElseThrow();
        List<DeepLinks.Item> items = store.read(tx -> tx.courses().assignments(choice.course()).stream()
                .filter(one -> wanted.contains(one.id()))
                .map(one -> new DeepLinks.Item(one.id(), one.title(), maximum.apply(one)))
                .toList());
        String token = keys.sign(DeepLinks.answer(
                registration, choice, items, tool, store.clock().instant()));
        framed.answer(
                call.http(),
                200,
                LtiPage.form("Chosen", "", choice.returnTo().toString(), Map.of("JWT", token), "Back to the course"),
                LoginFlow.origin(registration.login()),
                LoginFlow.origin(choice.returnTo()));
    }
}
