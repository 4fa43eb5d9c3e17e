package assay.sandbox.train;

import static java.util.Map.entry;

import assay.core.domain.DataSize;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the JVM of a trainer is started, in containers and in child processes alike. */
public final class TrainerFlags {
    private static final long MEBI = 1024 * 1024;
    /** PyTorch's memory is not the heap's; a student's arrays in Java are rare. */
    private static final int SHARE_OF_HEAP = 4;

    /** More than any array of a batch; what is freed is not given back to the kernel, and not taken from it again. */
    private static final String KEPT = Integer.toString(2_000_000_000);

    /**
     * OpenMP's threads wait for each other in a loop by default. On a machine with something else to do, that costs
     * more than ten times the time of training: 340 s instead of 18 s for an epoch of LeNet, seen at a load of 6 on 2
     * processors. And PyTorch warns of how DJL uses it, which is no student's fault.
     *
     * <p>The C library gives large arrays back to the kernel when they are freed, so each step's arrays are mapped and
     * zeroed anew. Keeping them takes a fifth of the processor time off a step of a small CNN (see
     * docs/performance.md), and no memory: the next step needs the same again.
     */
    public static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            entry("OMP_WAIT_POLICY", "PASSIVE"),
            entry("TORCH_CPP_LOG_LEVEL", "ERROR"),
            entry("MALLOC_TRIM_THRESHOLD_", KEPT),
            entry("MALLOC_MMAP_THRESHOLD_", KEPT),
            entry("MALLOC_TOP_PAD_", Integer.toString(64 * 1024 * 1024)));

    private TrainerFlags() {}

    /**
     * Up to the class path.
     *
     * @param threads for PyTorch's computations
     */
    public static List<String> of(DataSize memory, int threads) {
        return Stream.of(
                        "-Xshare:auto",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1", // the work is PyTorch's
                        "-XX:-UsePerfData",
                        "-XX:+DisableAttachMechanism",
                        "-XX:-CreateCoredumpOnCrash",
                        "-Xrs", // as a runner: no exit code of 143 from outside
                        "-Xmx" + memory.bytes() / SHARE_OF_HEAP / MEBI + "m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dfile.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-Duser.timezone=UTC",
                        "-Dslf4j.internal.verbosity=ERROR", // there is no logger, which is as it should be
                        "-Dai.djl.offline=true",
                        "-DOPT_OUT_TRACKING=true",
                        "-Dai.djl.pytorch.num_threads=" + threads,
                        "-Dai.djl.pytorch.num_interop_threads=1")
                .toList();
    }
}
