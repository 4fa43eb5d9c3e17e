package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.port.CallOutcome;
import assay.core.port.Implementation;
import assay.core.port.KernelCall;
import assay.core.port.Pace;
import assay.core.port.SandboxSession;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one sandbox for one submission and replaces it where fairness asks for it, so that each part stands alone.
 *
 * <p>Parts share a sandbox while all goes well, since a new one costs time. Whatever ends a sandbox is only held against
 * a part if the sandbox was new for that part; otherwise an earlier part may be to blame, and the call is made again in
 * a new one. So it is with what is thrown where an earlier part left something behind, such as one whose endless recursion
 * broke a class of the JDK for good. So it is after an exit, which may leave a lock or memory behind; and where it has once, each exit ends the
 * sandbox from then on.
 *
 * <p>Where sandboxes have a pace they begin as brief ones. The first call that takes too long for those is made again in a
 * lasting one, whose word counts, and so are all after it.
 */
final class SessionKeeper implements AutoCloseable {
    private static final int UNUSED = Integer.MAX_VALUE;

    /** Of a class of the JDK that is broken for good, or of a thread that waited for the next part; perhaps as a cause. */
    private static final Pattern LEFT_BEHIND = Pattern.compile(
            "\\b(NoClassDefFoundError|ExceptionInInitializerError|BootstrapMethodError|InterruptedException)\\b");

    private final Function<Pace, SandboxSession> opener;
    private Pace pace;
    private @Nullable SandboxSession session;
    /** The first part of which code ran in the session. */
    private int firstPart = UNUSED;

    /** Whether a call in the session has exited. */
    private boolean afterExit;

    private boolean exitsEndSandbox;
    private @Nullable List<Implementation> implementations;

    private SessionKeeper(Pace first, Function<Pace, SandboxSession> opener) {
        this.pace = first;
        this.opener = opener;
    }

    /**
     * @param opener opens a sandbox with the submission's classes in it, as lasting as all others; throws GraderFault
     *     where it cannot
     */
    SessionKeeper(Supplier<SandboxSession> opener) {
        requireNonNull(opener, "opener is null");
        this(Pace.LASTING, _ -> opener.get());
    }

    /** @param opener opens a sandbox of that pace with the submission's classes in it; throws GraderFault where it cannot */
    static SessionKeeper byPace(Function<Pace, SandboxSession> opener) {
        return new SessionKeeper(Pace.BRIEF, requireNonNull(opener, "opener is null"));
    }

    /** What the submission implements; none of its code is run to tell. Nothing at all is asked for anew each time. */
    List<Implementation> implementations() {
        List<Implementation> known = implementations;
        if (known == null) {
            known = session(UNUSED).implementations();
            implementations = known.isEmpty() ? null : known;
        }
        return known;
    }

    /** Makes the call, in a sandbox in which nothing but the call's own part can be to blame for how it fails. */
    CallOutcome call(KernelCall call) {
        CallOutcome outcome = callOnce(call);
        boolean ends = endsSandbox(outcome);
        boolean afterOthers = firstPart < call.part();
        if (!ends && !(afterOthers && mayBeAnothersFault(outcome))) {
            return settled(outcome);
        }
        boolean tooLong = tookTooLong(outcome);
        boolean again = afterOthers || afterExit || tooLong;
        exitsEndSandbox |= ends && afterExit;
        if (tooLong) {
            beginLasting();
        } else {
            close();
        }
        return again ? settled(callOnce(call)) : outcome;
    }

    /** For a brief sandbox, which says nothing about the limits of the submission. */
    private boolean tookTooLong(CallOutcome outcome) {
        return pace == Pace.BRIEF
                && outcome instanceof CallOutcome.Killed killed
                && killed.cause() == CallOutcome.Cause.CPU_TIME;
    }

    /** Whether what ran before it in the same JVM is known to make code throw so. */
    private static boolean mayBeAnothersFault(CallOutcome outcome) {
        return outcome instanceof CallOutcome.Threw threw
                && threw.kind() == CallOutcome.Kind.EXCEPTION
                && LEFT_BEHIND.matcher(threw.type() + ": " + threw.message()).find();
    }

    /** What it says of the call is taken; perhaps the sandbox is not. */
    private CallOutcome settled(CallOutcome outcome) {
        boolean exited = outcome instanceof CallOutcome.Threw threw && threw.kind() == CallOutcome.Kind.EXITED;
        afterExit |= exited;
        if (endsSandbox(outcome) || (exited && exitsEndSandbox)) {
            close();
        }
        return outcome;
    }

    private CallOutcome callOnce(KernelCall call) {
        SandboxSession current = session(call.part());
        firstPart = Math.min(firstPart, call.part());
        return current.call(call);
    }

    /** Whether the sandbox is of no use after this outcome. */
    static boolean endsSandbox(CallOutcome outcome) {
        return switch (outcome) {
            case CallOutcome.Returned _ -> false;
            case CallOutcome.Threw threw -> threw.kind() == CallOutcome.Kind.OUT_OF_MEMORY;
            case CallOutcome.Killed _ -> true;
        };
    }

    /** The next calls are made in a new sandbox, a lasting one. */
    void beginLasting() {
        close();
        pace = Pace.LASTING;
    }

    /** Ends the sandbox where code of an earlier call is still busy in it. */
    void endIfBusy() {
        SandboxSession current = session;
        if (current != null && current.lingering()) {
            close();
        }
    }

    /** Ends the sandbox, as after a fault of ours; the next call opens another. */
    @Override
    public void close() {
        SandboxSession current = session;
        session = null;
        if (current != null) {
            current.close();
        }
    }

    private SandboxSession session(int part) {
        SandboxSession current = session;
        if (current != null && current.alive() && !(current.lingering() && firstPart < part)) {
            return current;
        }
        close();
        SandboxSession fresh = opener.apply(pace);
        session = fresh;
        firstPart = UNUSED;
        afterExit = false;
        return fresh;
    }
}
