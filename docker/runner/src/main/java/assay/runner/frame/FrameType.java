package assay.runner.frame;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of frame, with the byte that names each and the most bytes that its payload may have. */
enum FrameType {
    HELLO(1, Hello.class, 0),
    READY(2, Ready.class, 0),
    EXHAUSTED(3, Exhausted.class, 0),
    COMPILE(10, ToCompiler.Compile.class, 64 * Size.MIB),
    COMPILED(11, FromCompiler.Compiled.class, FrameLimits.CLASS_BYTES + 8 * Size.MIB),
    REJECTED(12, FromCompiler.Rejected.class, 4 * Size.MIB),
    LOAD(20, ToRunner.Load.class, FrameLimits.CLASS_BYTES + 8 * Size.MIB),
    LOADED(21, FromRunner.Loaded.class, 4 * Size.MIB),
    CALL(22, ToRunner.Call.class, FrameLimits.NUMBER_BYTES + Size.MIB),
    STARTED(23, FromRunner.Started.class, Integer.BYTES),
    RETURNED(24, FromRunner.Returned.class, FrameLimits.NUMBER_BYTES + Size.MIB),
    THREW(25, FromRunner.Threw.class, Size.MIB),
    TRAIN(30, ToTrainer.Train.class, FrameLimits.CLASS_BYTES + FrameLimits.WEIGHT_BYTES),
    ANNOUNCED(31, FromTrainer.Announced.class, FrameLimits.WEIGHT_BYTES + Size.MIB),
    EPOCH_DONE(32, FromTrainer.EpochDone.class, FrameLimits.WEIGHT_BYTES + Size.MIB),
    FINISHED(33, FromTrainer.Finished.class, 0),
    FAILED(34, FromTrainer.Failed.class, Size.MIB);

    /** Looked through for each frame that goes, by JVMs that have just begun: without a stream, and without a copy. */
    private static final FrameType[] ALL = values();

    /** By their codes, which are small. */
    private static final @Nullable FrameType[] BY_CODE = byCode();

    private final int code;
    private final Class<? extends Frame> frame;
    private final int maxPayload;

    FrameType(int code, Class<? extends Frame> frame, int maxPayload) {
        this.code = code;
        this.frame = frame;
        this.maxPayload = maxPayload;
    }

    static FrameType of(Frame frame) {
        for (FrameType type : ALL) {
            if (type.frame == frame.getClass()) {
                return type;
            }
        }
        throw new AssertionError(frame.getClass() + " is no type of frame");
    }

    /** @param code from 0 */
    static Optional<FrameType> of(int code) {
        return code < BY_CODE.length ? Optional.ofNullable(BY_CODE[code]) : Optional.empty();
    }

    private static @Nullable FrameType[] byCode() {
        @Nullable FrameType[] types = new @Nullable FrameType[FAILED.code + 1];
        for (FrameType type : ALL) {
            types[type.code] = type;
        }
        return types;
    }

    int code() {
        return code;
    }

    /** Whether frames of this type go in that direction. */
    boolean goes(Class<? extends Frame> direction) {
        return direction.isAssignableFrom(frame);
    }

    int maxPayload() {
        return maxPayload;
    }

    private static final class Size {
        static final int MIB = 1024 * 1024;
    }
}
