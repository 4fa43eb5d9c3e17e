package assay.server.secret;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;

/** Seals secrets that other systems gave us or that we have to show them, so that no backup of the database has them. */
public final class Vault {
    private final String key;

    /** @param key random through and through, and kept outside the database */
    public Vault(String key) {
        this.key = requireNonNull(key, "key is null");
    }

    public byte[] close(byte[] secret) {
        return Seal.close(secret, key);
    }

    /** @throws GraderFault if it was sealed by another installation, or was changed */
    public byte[] open(byte[] sealed) {
        return Seal.open(sealed, key)
                .orElseThrow(() -> new GraderFault(
                        GraderFault.Code.STORAGE, "open a sealed secret", "it was sealed with another key"));
    }
}
