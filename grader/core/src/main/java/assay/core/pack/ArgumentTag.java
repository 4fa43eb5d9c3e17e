package assay.core.pack;

import assay.kernels.call.Argument;

/** How a pack says what kind of argument follows. Codes are for ever; a new kind gets the next one. */
enum ArgumentTag {
    TENSOR(1),
    INTS(2),
    INT(3),
    FLOAT(4),
    BOOLEAN(5);

    private final byte code;

    ArgumentTag(int code) {
        this.code = (byte) code;
    }

    static ArgumentTag of(Argument argument) {
        return switch (argument) {
            case Argument.OfTensor _ -> TENSOR;
            case Argument.OfInts _ -> INTS;
            case Argument.OfInt _ -> INT;
            case Argument.OfFloat _ -> FLOAT;
            case Argument.OfBoolean _ -> BOOLEAN;
        };
    }

    static ArgumentTag of(byte code) throws PackException {
        for (ArgumentTag tag : values()) {
            if (tag.code == code) {
                return tag;
            }
        }
        throw new PackException("there is no argument of kind " + code);
    }

    byte code() {
        return code;
    }
}
