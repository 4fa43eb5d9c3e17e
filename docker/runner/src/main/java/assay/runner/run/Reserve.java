package assay.runner.run;

/** Memory put aside, so that there is some to say that there is none. */
final class Reserve {
    private static final int BYTES = 2 * 1024 * 1024;

    private volatile byte[] bytes = new byte[BYTES];

    void release() {
        bytes = new byte[0];
    }

    void renew() {
        if (bytes.length < BYTES) {
            bytes = new byte[BYTES];
        }
    }
}
