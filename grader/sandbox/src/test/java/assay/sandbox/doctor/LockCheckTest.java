package assay.sandbox.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import assay.sandbox.doctor.Check.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LockCheckTest {
    private static final String LOCKED = """
            Root: closed
            Interfaces: 1
            UidMap: 0 100000 65536
            Memory: 536870912
            MemoryAndSwap: 536870912
            Processes: 128
            Locks: refused
            Status:
            Name:\tjava
            Uid:\t65532\t65532\t65532\t65532
            CapEff:\t0000000000000000
            CapBnd:\t0000000000000000
            NoNewPrivs:\t1
            Seccomp:\t2
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NoSuchLine:              | NoSuchLine:              | a container     | OK
            CapEff:\t00000000000000  | CapEff:\t00000000a80425  | a container     | FAIL
            CapBnd:\t00000000000000  | CapBnd:\t00000000a80425  | a container     | FAIL
            NoNewPrivs:\t1           | NoNewPrivs:\t0           | a container     | FAIL
            Uid:\t65532              | Uid:\t0                  | a container     | FAIL
            Interfaces: 1            | Interfaces: 2            | a container     | FAIL
            Root: closed             | Root: writable           | a container     | FAIL
            CapEff:                  | Other:                   | a container     | FAIL
            NoNewPrivs:              | Other:                   | a container     | OK
            Seccomp:\t2              | Seccomp:\t2              | system calls    | OK
            Seccomp:\t2              | Seccomp:\t0              | system calls    | FAIL
            Locks: refused           | Locks: allowed           | system calls    | WARN
            NoNewPrivs:              | Other:                   | system calls    | OK
            UidMap: 0 100000 65536   | UidMap: 0 0 4294967295   | users           | OK
            Memory: 536870912        | Memory: max              | memory in it    | FAIL
            Memory: 536870912        | Memory: 9223372036854771712 | memory in it | FAIL
            Processes: 128           | Processes: max           | processes in it | FAIL
            NoSuchLine:              | NoSuchLine:              | swap in it      | OK
            MemoryAndSwap: 536870912 | MemoryAndSwap: 0         | swap in it      | OK
            MemoryAndSwap: 536870912 | MemoryAndSwap: max       | swap in it      | WARN
            MemoryAndSwap: 536870912 | MemoryAndSwap: 9223372036854771712 | swap in it | WARN
            """)
    void each_part_of_the_lock_counts(String locked, String found, String check, Status status) {
        assertThat(LockCheck.found(LOCKED.replace(locked, found)))
                .filteredOn(one -> one.name().equals(check))
                .extracting(Check::status)
                .containsExactly(status);
    }

    @Test
    void what_is_not_to_be_seen_from_inside_is_not_judged() {
        assertThat(LockCheck.found(LOCKED.replace("Memory: 536870912", "Memory: unknown")))
                .extracting(Check::name)
                .containsExactly("a container", "system calls", "users", "processes in it");
    }

    @Test
    void a_spy_that_does_not_come_back_is_below_the_floor() {
        assertThat(Floor.of(LockCheck.found("")).summary()).isEqualTo("below: a container");
    }
}
