package assay.sandbox.jail;

import assay.core.domain.DataSize;
import java.util.ArrayList;
import java.util.List;

/** How the JVMs in the sandboxes are started, in containers and in child processes alike. */
public final class JvmFlags {
    private static final long MEBI = 1024 * 1024;

    /** What a small program takes besides its heap: code, classes, stacks, the collector's tables. */
    private static final long BESIDES_HEAP = 100 * MEBI;

    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC", // one processor, small heaps
            "-XX:ActiveProcessorCount=1",
            "-XX:-UsePerfData", // would lie in /tmp, where a full file system is a crash
            "-XX:+DisableAttachMechanism",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisplayVMOutputToStderr", // text, where frames are expected
            "-Xrs", // the first process of a container hears no SIGTERM then: no exit code of 143 from outside
            "-XX:MaxMetaspaceSize=96m",
            "-Dfile.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Duser.timezone=UTC");

    private static final String C1_ALONE = "-XX:TieredStopAtLevel=1";

    private static final List<String> RUNNER = List.of(
            // A method handle for each kernel costs more than all the calls of it: a fifth of a submission.
            "-Djdk.reflect.useNativeAccessorOnly=true");

    /** It grows for those who need more. New objects take turns in few pages then; each page of many is a fault first. */
    private static final long RUNNER_HEAP_AT_FIRST = 12 * MEBI;

    /** Thirty times the defaults: a loop of some hundredths of a second gets it, and what is over before then costs none. */
    private static final List<String> C2_LATE = List.of(
            "-XX:Tier4InvocationThreshold=150000",
            "-XX:Tier4MinInvocationThreshold=20000",
            "-XX:Tier4CompileThreshold=500000",
            "-XX:Tier4BackEdgeThreshold=1200000");

    private JvmFlags() {}

    /** For that program in a sandbox with that much memory. */
    public static List<String> of(Program program, DataSize memory) {
        long heap = heap(memory);
        List<String> flags = new ArrayList<>(COMMON);
        switch (program) {
            case BRIEF_RUNNER -> {
                flags.addAll(RUNNER);
                flags.add(C1_ALONE);
                flags.add(mebibytes("-Xms", Math.min(heap, RUNNER_HEAP_AT_FIRST)));
            }
            case LASTING_RUNNER -> {
                flags.addAll(RUNNER);
                flags.addAll(C2_LATE);
            }
            // It serves a few hundred small submissions: C2 takes as long as all of javac with C1.
            case COMPILER -> flags.add(C1_ALONE);
        }
        flags.add(mebibytes("-Xmx", heap));
        return List.copyOf(flags);
    }

    private static String mebibytes(String flag, long bytes) {
        return flag + bytes / MEBI + "m";
    }

    /** So that a heap that is full is an error in Java, which can be told from other ends, and not a kill. */
    private static long heap(DataSize memory) {
        return Math.max(memory.bytes() - BESIDES_HEAP, memory.bytes() / 4);
    }
}
