package assay.server.webhook;

import static java.util.Objects.requireNonNull;

import assay.server.http.Call;
import assay.server.http.HttpProblem;
import assay.server.secret.Vault;
import assay.server.store.Store;
import java.net.URI;
import java.util.List;

/** What instructors do with those who are told of their course's events, by the API or by a page. */
final class ReceiverDesk {
    private final Store store;
    private final Vault vault;

    ReceiverDesk(Store store, Vault vault) {
        this.store = requireNonNull(store, "store is null");
        this.vault = requireNonNull(vault, "vault is null");
    }

    /** @param secret to be said once */
    record Made(Endpoint endpoint, String secret) {}

    Made add(Call call, String address) {
        URI url = SourceDesk.address(address);
        SigningSecret secret = SigningSecret.draw();
        Endpoint endpoint = store.write(tx -> {
            Endpoint made = new Endpoints(tx, vault).add(call.course(), url, secret);
            tx.audit(call.who().id(), "receiver added", call.course(), made.id(), url.toString());
            return made;
        });
        return new Made(endpoint, secret.reveal());
    }

    List<Endpoint> all(String course) {
        return store.read(tx -> new Endpoints(tx, vault).all(course));
    }

    /** The course's own that the route names; another course's is not there. */
    Endpoint endpoint(Call call) {
        return store.read(tx -> new Endpoints(tx, vault).find(call.path("receiver")))
                .filter(one -> one.course().equals(call.course()))
                .orElseThrow(HttpProblem::notFound);
    }

    /** @return the new secret, to be said once */
    String rotate(Call call) {
        Endpoint endpoint = endpoint(call);
        SigningSecret next = SigningSecret.draw();
        store.write(tx -> {
            new Endpoints(tx, vault).rotate(endpoint, next);
            tx.audit(call.who().id(), "receiver's secret drawn", call.course(), endpoint.id(), "");
            return true;
        });
        return next.reveal();
    }

    void enable(Call call) {
        Endpoint endpoint = endpoint(call);
        store.write(tx -> {
            new Endpoints(tx, vault).enable(endpoint.id());
            tx.audit(call.who().id(), "receiver switched on", call.course(), endpoint.id(), "");
            return true;
        });
    }

    void disable(Call call) {
        Endpoint endpoint = endpoint(call);
        store.write(tx -> {
            new Endpoints(tx, vault).disable(endpoint.id());
            tx.audit(call.who().id(), "receiver switched off", call.course(), endpoint.id(), "");
            return true;
        });
    }
}
