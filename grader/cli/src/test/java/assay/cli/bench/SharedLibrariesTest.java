package assay.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SharedLibrariesTest {
    @Test
    void every_library_that_was_found_is_named_and_the_interpreter_too() {
        assertThat(SharedLibraries.parse("""
                        linux-vdso.so.1 (0x00007ffd2a1f2000)
                        libjli.so => /opt/jdk/bin/../lib/libjli.so (0x00007f5e3d2a0000)
                        libX11.so.6 => not found
                        libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f5e3d0b0000)
                        /lib64/ld-linux-x86-64.so.2 (0x00007f5e3d2c3000)
                """))
                .containsExactly(
                        Path.of("/opt/jdk/bin/../lib/libjli.so"),
                        Path.of("/lib/x86_64-linux-gnu/libc.so.6"),
                        Path.of("/lib64/ld-linux-x86-64.so.2"));
    }

    @Test
    void a_program_without_any_has_none() {
        assertThat(SharedLibraries.parse("        not a dynamic executable\n")).isEmpty();
    }
}
