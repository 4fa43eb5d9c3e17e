package assay.sandbox.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Folders of Linux from which something is run with our rights: no other user may change what they hold, or replace them. */
public final class SafeFolders {
    private static final int TYPE = 0170000;
    private static final int LINK = 0120000;
    private static final int STICKY = 01000;
    private static final int WRITTEN_BY_GROUP = 020;
    private static final int WRITTEN_BY_OTHERS = 02;
    private static final int ROOT = 0;

    private SafeFolders() {}

    /**
     * Makes one unless it is there, with those above it that are missing. What is made has these permissions, whatever the
     * mask of this process.
     *
     * @throws IOException also where it is not safe; says why
     */
    public static void make(Path folder, Set<PosixFilePermission> permissions) throws IOException {
        requireSafe(folder);
        for (Path missing : missing(folder)) {
            try {
                makeOne(missing, permissions);
            } catch (FileAlreadyExistsException e) {
                // by somebody else, in the meantime; is looked at below
            }
        }
        requireSafe(folder);
    }

    /** One that is not there, in a folder that is safe, with these permissions. */
    public static Path makeOne(Path folder, Set<PosixFilePermission> permissions) throws IOException {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(permissions));
        return Files.setPosixFilePermissions(folder, permissions); // without what the mask took away
    }

    /** What another user could do to a folder, or to where it would be; empty where they cannot. */
    public static Optional<String> problem(Path folder) throws IOException {
        List<Path> named = upwards(folder.toAbsolutePath().normalize());
        List<Path> there = named.stream().dropWhile(Files::notExists).toList();
        List<Path> real = upwards(there.getFirst().toRealPath()); // a link may lead past what is above it
        List<Path> whole = there.equals(named) ? List.of(named.getFirst(), real.getFirst()) : List.of();
        for (Path at : Stream.concat(there.stream(), real.stream()).distinct().toList()) {
            Optional<String> problem = problemOf(at, whole.contains(at));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** @param whole whether all in it must be ours; where there is a sticky bit, what is ours in it stays */
    private static Optional<String> problemOf(Path folder, boolean whole) throws IOException {
        Map<String, Object> facts = Files.readAttributes(folder, "unix:uid,gid,mode", LinkOption.NOFOLLOW_LINKS);
        Map<String, Object> ours = Files.readAttributes(Path.of("/proc/self"), "unix:uid,gid");
        int owner = number(facts, "uid");
        int group = number(facts, "gid");
        int mode = number(facts, "mode");
        if (owner != ROOT && owner != number(ours, "uid")) {
            return Optional.of(folder + " belongs to the user " + owner);
        }
        boolean othersWrite = (mode & WRITTEN_BY_OTHERS) != 0
                || ((mode & WRITTEN_BY_GROUP) != 0 && group != ROOT && group != number(ours, "gid"));
        boolean matters = (mode & TYPE) != LINK && (whole || (mode & STICKY) == 0);
        return othersWrite && matters ? Optional.of("other users may write to " + folder) : Optional.empty();
    }

    private static void requireSafe(Path folder) throws IOException {
        Optional<String> problem = problem(folder);
        if (problem.isPresent()) {
            throw new IOException("other users could change what is in " + folder + ": " + problem.get());
        }
    }

    /** In the order in which they can be made. */
    private static List<Path> missing(Path folder) {
        return upwards(folder.toAbsolutePath().normalize()).stream()
                .takeWhile(Files::notExists)
                .toList()
                .reversed();
    }

    private static List<Path> upwards(Path folder) {
        List<Path> all = new ArrayList<>();
        for (Path at = folder; at != null; at = at.getParent()) {
            all.add(at);
        }
        return all;
    }

    private static int number(Map<String, Object> facts, String name) {
        return ((Number) facts.getOrDefault(name, -1)).intValue();
    }
}
