package assay.server.lti;

import static java.util.Objects.requireNonNull;

import assay.server.jose.RemoteKeys;
import assay.server.jose.SignedToken;
import assay.server.store.Store;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The last step: the platform's token comes back through the browser. Its state has to be one of ours, begun in the same
 * browser and for the same registration, and it is good once.
 */
final class LaunchFlow {
    private final Store store;
    private final RemoteKeys keys;
    private final URI tool;

    LaunchFlow(Store store, RemoteKeys keys, URI tool) {
        this.store = requireNonNull(store, "store is null");
        this.keys = requireNonNull(keys, "keys is null");
        this.tool = requireNonNull(tool, "tool is null");
    }

    sealed interface Result {
        record Launched(Registration registration, Launch launch) implements Result {}

        /** The browser brought no cookie, but the platform may keep for it what it has to bring. */
        record AskStorage(String origin, String frame) implements Result {}

        record Refused(String reason) implements Result {}
    }

    /**
     * @param browser what the browser brought back; empty if it brought nothing
     * @param mayAsk whether the platform's storage has not been asked yet
     */
    Result launch(String state, String token, String browser, boolean mayAsk) {
        Optional<Logins.Open> login = state.isEmpty() ? Optional.empty() : store.read(tx -> new Logins(tx).find(state));
        if (login.isEmpty()) {
            return new Result.Refused("This launch was not begun here, was used already, or took too long.");
        }
        Optional<Registration> found =
                store.read(tx -> new Registrations(tx).find(login.get().registration()));
        Registration registration = found.orElseThrow();
        if (browser.isEmpty() && mayAsk && !login.get().storage().isEmpty()) {
            return new Result.AskStorage(
                    LoginFlow.origin(registration.login()), login.get().storage());
        }
        if (browser.isEmpty() || !login.get().isBegunWith(browser)) {
            return new Result.Refused(
                    "This launch was begun in another browser, or the browser keeps no cookies here.");
        }
        // From here on the state is used up, whatever comes of it.
        if (!store.write(tx -> new Logins(tx).end(state))) {
            return new Result.Refused("This launch was used already.");
        }
        return switch (SignedToken.open(token, keyId -> keys.find(registration.keys(), keyId))) {
            case SignedToken.Result.Refused(String reason) ->
                new Result.Refused("The platform's token: " + reason + ".");
            case SignedToken.Result.Opened(String claims) -> judged(registration, login.get(), claims);
        };
    }

    private Result judged(Registration registration, Logins.Open login, String claims) {
        List<String> deployments = store.read(tx -> new Registrations(tx).deployments(registration.id()));
        LaunchRules rules = new LaunchRules(
                registration, deployments, login.nonce(), tool, store.clock().instant());
        Launch launch = rules.judge(claims);
        if (launch instanceof Launch.Refused(String reason)) {
            return new Result.Refused("The platform's token: " + reason + ".");
        }
        boolean isNew = store.write(tx -> new Logins(tx).useNonce(registration.id(), login.nonce()));
        return isNew
                ? new Result.Launched(registration, launch)
                : new Result.Refused("The platform's token was used already.");
    }
}
