package assay.core.pack;

import java.io.IOException;

/** The bytes are no pack, or not an undamaged one; the message completes "the pack cannot be read: …". */
public final class PackException extends IOException {
    private static final long serialVersionUID = 1L;

    public PackException(String reason) {
        super(reason);
    }
}
