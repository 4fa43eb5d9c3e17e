package assay.server.webhook;

/** Why a request was not believed: for our log alone. Whoever sent it is told 401 and no more. */
public enum Refusal {
    MISSING_HEADER,
    REPEATED_HEADER,
    MALFORMED,
    TOO_OLD,
    FROM_THE_FUTURE,
    WRONG_SIGNATURE,
    UNKNOWN_KEY,
    TOO_LARGE
}
