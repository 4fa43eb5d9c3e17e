package assay.sandbox.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class KernelVersionTest {
    @Test
    void debian_tells_what_its_kernel_is_made_from() {
        assertThat(KernelVersion.debian(
                        "Linux version 6.1.0-18-amd64 (debian-kernel@lists.debian.org) (gcc-12 (Debian 12.2.0-14)"
                                + " 12.2.0, GNU ld (GNU Binutils for Debian) 2.40) #1 SMP PREEMPT_DYNAMIC"
                                + " Debian 6.1.76-1 (2024-02-01)\n",
                        "6.1.0-18-amd64"))
                .contains("6.1.76-1 (6.1.0-18-amd64)");
    }

    @Test
    void ubuntu_tells_it_in_a_file_of_its_own() {
        assertThat(KernelVersion.ubuntu("Ubuntu 5.15.0-101.111-generic 5.15.143", "5.15.0-101-generic"))
                .contains("5.15.143 (5.15.0-101-generic)");
    }

    @Test
    void others_say_it_themselves() {
        assertThat(KernelVersion.debian("Linux version 6.12.1 (me@here) (gcc 14) #1 SMP", "6.12.1"))
                .isEmpty();
        assertThat(KernelVersion.debian(
                        "Linux version 6.12.1 (me@here) (gcc (Debian 12.2.0-14) 12.2.0) #1 SMP", "6.12.1"))
                .isEmpty();
    }

    @Test
    void a_hole_that_a_packaged_kernel_has_mended_is_not_told() {
        assertThat(KnownHoles.checks("kernel", "6.1.76-1 (6.1.0-18-amd64)", false, (_, _) -> false))
                .extracting(Check::name)
                .doesNotContain("CVE-2024-1086");
        assertThat(KnownHoles.checks("kernel", "6.1.69-1 (6.1.0-17-amd64)", false, (_, _) -> false))
                .filteredOn(check -> check.name().equals("CVE-2024-1086"))
                .extracting(Check::status)
                .containsExactly(Check.Status.WARN);
    }
}
