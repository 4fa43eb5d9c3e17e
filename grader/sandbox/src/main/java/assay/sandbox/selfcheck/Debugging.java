package assay.sandbox.selfcheck;

import assay.core.domain.Limits;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Whether somebody may be stepping through the code: no limit of time can be kept at a breakpoint. */
final class Debugging {
    private static final Duration NO_HURRY = Duration.ofDays(1);

    private Debugging() {}

    static boolean now() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.startsWith("-agentlib:jdwp") || argument.startsWith("-Xrunjdwp"));
    }

    static Limits withoutHurry(Limits limits) {
        return new Limits(limits.compile(), NO_HURRY, NO_HURRY, limits.memory(), limits.output());
    }
}
