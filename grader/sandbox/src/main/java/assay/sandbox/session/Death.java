package assay.sandbox.session;

import assay.core.domain.GraderFault;
import assay.core.domain.Limits;
import assay.core.port.CallOutcome.Cause;
import assay.runner.frame.FromRunner;
import assay.sandbox.jail.Ending;

/**
 * Why a session is over.
 *
 * @param detail to the student
 */
record Death(Cause cause, String detail) {
    static Death cpu(Limits limits) {
        return new Death(Cause.CPU_TIME, "it used more than " + Texts.seconds(limits.caseCpu()) + " of processor time");
    }

    static Death wall(Limits limits) {
        return new Death(Cause.WALL_TIME, "it gave no answer within " + Texts.seconds(limits.caseWall()));
    }

    static Death output(Limits limits) {
        return new Death(Cause.OUTPUT, "it printed more than " + limits.output());
    }

    static Death nonsense(String what, boolean tooLong) {
        return tooLong
                ? new Death(Cause.OUTPUT, "its result is larger than any that is asked for")
                : new Death(Cause.PROTOCOL, "what came out is not an answer: " + what);
    }

    static Death unexpected(FromRunner frame) {
        return new Death(
                Cause.PROTOCOL,
                "what came out is not the answer to this call, but "
                        + frame.getClass().getSimpleName());
    }

    static Death exhausted() {
        return new Death(Cause.MEMORY, "it left no memory to go on with");
    }

    /** @throws GraderFault if it was killed from outside, which is nothing of the student's */
    static Death ended(Ending ending, Limits limits) {
        killedFromOutside(ending);
        if (ending.outOfMemory()) {
            return new Death(Cause.MEMORY, "it used more than " + limits.memory() + " of memory");
        }
        return new Death(
                Cause.EXITED, "the program ended in the middle of it, with exit code " + ending.exitCode());
    }

    static void killedFromOutside(Ending ending) {
        if (ending.killedFromOutside()) {
            throw new GraderFault(
                    GraderFault.Code.SANDBOX, "run a process in the sandbox", "something outside it killed it");
        }
    }
}
