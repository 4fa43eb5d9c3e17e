package assay.server;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import assay.server.secret.Seal;
import assay.server.secret.SecretFiles;
import assay.server.secret.Tokens;
import assay.server.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What all processes of one installation share: the secret from which hidden cases are drawn lies in the database,
 * sealed with the worker token, so that a worker elsewhere needs the database and that token and nothing else.
 */
final class Installation {
    static final String SECRET = "secret";
    static final String WORKER_TOKEN = "worker-token";
    private static final String SEALED = "sealed-secret";
    private static final String ADMIN = "admin";
    private static final int SECRET_BYTES = 32;
    private static final Duration LINK = Duration.ofDays(1);

    private final Store store;

    Installation(Store store) {
        this.store = requireNonNull(store, "store is null");
    }

    /** Draws what is missing, and makes sure that files and database belong together. */
    void share(SecretFiles files) {
        byte[] secret = files.ensure(SECRET, Installation::draw);
        String token = new String(
                        files.ensure(WORKER_TOKEN, () -> Tokens.draw().getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8)
                .strip();
        Optional<byte[]> sealed = store.read(tx -> tx.fleet().installation(SEALED));
        if (sealed.isEmpty()) {
            store.write(tx -> {
                tx.fleet().installation(SEALED, Seal.close(secret, token));
                return true;
            });
        } else if (Seal.open(sealed.get(), token)
                .filter(there -> Arrays.equals(there, secret))
                .isEmpty()) {
            throw new GraderFault(
                    GraderFault.Code.STORAGE,
                    "start with this database",
                    "the secrets in " + files.folder() + " belong to another installation; restore the folder from a"
                            + " backup, since with other secrets every hidden case would change");
        }
    }

    private static byte[] draw() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** Puts the secret into a worker's own folder. */
    void receive(SecretFiles files, String token) {
        byte[] sealed = store.read(tx -> tx.fleet().installation(SEALED))
                .orElseThrow(() -> new GraderFault(
                        GraderFault.Code.STORAGE, "join the installation", "no server has used this database yet"));
        byte[] secret = Seal.open(sealed, token)
                .orElseThrow(() -> new GraderFault(
                        GraderFault.Code.STORAGE,
                        "join the installation",
                        "the worker token is not that of its server"));
        if (!Arrays.equals(files.ensure(SECRET, () -> secret), secret)) {
            throw new GraderFault(
                    GraderFault.Code.STORAGE,
                    "join the installation",
                    files.folder() + " holds the secret of another one; give the worker a folder of its own");
        }
    }

    /**
     * The code of a link that signs the administrator in, once and within a day.
     *
     * @param anew even where there is an administrator already
     */
    Optional<String> adminCode(boolean anew) {
        String code = Tokens.draw();
        boolean made = store.write(tx -> {
            boolean first = tx.people().find(ADMIN).isEmpty();
            if (first) {
                tx.people().put(ADMIN, "Administrator", "");
                tx.people().makeAdmin(ADMIN);
            }
            if (first || anew) {
                tx.credentials().forget();
                tx.credentials().addLink(Tokens.hash(code), ADMIN, tx.now().plus(LINK));
                tx.audit("installation", "administrator's link made", "", ADMIN, "");
            }
            return first || anew;
        });
        return made ? Optional.of(code) : Optional.empty();
    }
}
