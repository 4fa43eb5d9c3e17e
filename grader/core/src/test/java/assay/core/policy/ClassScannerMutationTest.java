package assay.core.policy;

import static org.assertj.core.api.Assertions.assertThatCode;

import assay.core.assignment.ForbiddenUse;
import assay.core.port.Classes;
import assay.core.port.Classes.ClassFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Class files that no compiler wrote: whatever is done to one, the answer is a value. */
@Tag("slow")
final class ClassScannerMutationTest {
    private static final int MUTATIONS = Integer.getInteger("assay.fuzz.inputs", 20_000);
    /** Another one makes other inputs: for long runs by hand. */
    private static final long SEED = 20260101 + Long.getLong("assay.fuzz.seed", 0);

    private static final List<ForbiddenUse> RULES = List.of(new ForbiddenUse("java.lang.ProcessBuilder", "a way out"));

    @Test
    void no_class_file_breaks_the_reader() {
        List<ClassFile> seeds = Compiled.of("""
                import java.util.*;
                public class Mine<T extends Comparable<T>> implements Comparator<T>, Runnable {
                    enum Kind { A, B; int of(Object o) { return switch (o) { case Kind k when k == A -> 1; case String s -> 2; default -> 3; }; } }
                    record Pair(int left, String right) { }
                    public int compare(T a, T b) { return a.compareTo(b); }
                    public void run() {
                        try { Class.forName("java.lang.ProcessBuilder").getMethods(); } catch (Exception e) { }
                        List<Runnable> all = List.of(this::run, () -> System.out.println("x" + all()));
                        int[][] numbers = new int[3][4];
                        synchronized (this) { for (int i = 0; i < 300; i++) numbers[i % 3][i % 4] += i * 70000L; }
                    }
                    static String all() { return new Pair(1, "two").toString() + Kind.A.of("x"); }
                }
                """).files();
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            int at = i;
            List<ClassFile> mutated = new ArrayList<>(seeds);
            int which = random.nextInt(seeds.size());
            mutated.set(
                    which,
                    new ClassFile(
                            seeds.get(which).name(), mutate(seeds.get(which).bytes(), random)));
            assertThatCode(() -> UseCheck.of(new Classes(mutated), RULES))
                    .as("mutation %d", at)
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] mutate(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = random.nextBoolean() ? (byte) 0xff : 0;
                default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
            }
        }
        return bytes;
    }
}
