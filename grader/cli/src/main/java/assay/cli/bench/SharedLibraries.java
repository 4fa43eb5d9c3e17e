package assay.cli.bench;

import assay.core.domain.GraderFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The shared objects that a program is linked to, the program interpreter among them, as {@code ldd} finds them. */
final class SharedLibraries {
    /** E.g. {@code libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)}. */
    private static final Pattern FOUND = Pattern.compile("(/\\S+) \\(0x");

    private SharedLibraries() {}

    static Set<Path> of(Path program) {
        try {
            Process ldd = new ProcessBuilder("ldd", program.toString())
                    .redirectErrorStream(true)
                    .start();
            return parse(new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.IMAGE, "find what " + program + " is linked to", e);
        }
    }

    static Set<Path> parse(String said) {
        Set<Path> libraries = new LinkedHashSet<>();
        FOUND.matcher(said)
                .results()
                .map((MatchResult result) -> Path.of(result.group(1)))
                .forEach(libraries::add);
        return libraries;
    }
}
