package assay.e2e.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Measures what docs/reliability.md says; it has the commands. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> rest = List.of(arguments).subList(1, arguments.length);
        switch (arguments[0]) {
            case "crowd" -> Crowd.run(rest);
            case "kills" -> Kills.run(rest);
            case "start" -> StartTime.run(rest);
            case "term" -> Term.run(rest);
            default -> throw new IllegalArgumentException("crowd, kills, start or term");
        }
    }

    /** Short, since sockets lie in it, and open, since PostgreSQL is not root. */
    static Path workFolder() throws IOException {
        return Files.setPosixFilePermissions(
                Files.createTempDirectory("assay-rel"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
