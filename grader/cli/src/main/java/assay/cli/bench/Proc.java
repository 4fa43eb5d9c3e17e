package assay.cli.bench;

import static java.util.Objects.requireNonNull;

import assay.core.domain.DataSize;
import assay.core.domain.GraderFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What Linux keeps account of: {@code proc(5)}. */
public record Proc(Path root) {
    /** {@code USER_HZ}, which is the same for all architectures that a JDK is made for. */
    private static final int TICKS_A_SECOND = 100;

    /** Of the line {@code cpu}: user, nice, system, idle, iowait, irq, softirq. Steal is others' time, guest is in user. */
    private static final List<Integer> BUSY = List.of(1, 2, 3, 6, 7);

    /** After the name of the program: utime, stime, cutime, cstime. */
    private static final List<Integer> TREE = List.of(11, 12, 13, 14);

    public Proc {
        requireNonNull(root, "root is null");
    }

    public static Proc ofThisMachine() {
        return new Proc(Path.of("/proc"));
    }

    public boolean isThere() {
        return Files.isReadable(root.resolve("stat")) && Files.isReadable(root.resolve("self/status"));
    }

    /** What all processors together have worked since the machine was started, for whomever. */
    Duration machineBusy() {
        List<String> fields = Arrays.asList(line("stat", "cpu ").split(" +"));
        long ticks = BUSY.stream().map(fields::get).mapToLong(Long::parseLong).sum();
        return Duration.ofMillis(Math.multiplyExact(ticks, 1000L / TICKS_A_SECOND));
    }

    /** What this process has worked, and all that it has started and that has ended. */
    Duration treeBusy() {
        String stat = line("self/stat", "");
        List<String> fields =
                Arrays.asList(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        long ticks = TREE.stream().map(fields::get).mapToLong(Long::parseLong).sum();
        return Duration.ofMillis(Math.multiplyExact(ticks, 1000L / TICKS_A_SECOND));
    }

    /** The most memory that this process has held at any time. */
    DataSize peakMemory() {
        String[] fields = line("self/status", "VmHWM:").split("\\s+");
        return DataSize.ofKibibytes(Long.parseLong(fields[1]));
    }

    /** The memory that this process holds now. */
    DataSize memory() {
        String[] fields = line("self/status", "VmRSS:").split("\\s+");
        return DataSize.ofKibibytes(Long.parseLong(fields[1]));
    }

    private String line(String file, String start) {
        try {
            return Files.readAllLines(root.resolve(file)).stream()
                    .filter(line -> line.startsWith(start))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no line " + start + " in it"));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "read " + root.resolve(file), e);
        }
    }
}
