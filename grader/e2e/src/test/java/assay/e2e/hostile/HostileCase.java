package assay.e2e.hostile;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** One attack, or an innocent twin of attacks. */
record HostileCase(String group, String id, Path folder, Expected expected) {
    private static final Pattern ID = Pattern.compile("([A-G][0-9]{2}|twin)-[a-z0-9-]+");

    HostileCase {
        if (!ID.matcher(id).matches()) {
            throw new AssertionError("a case is called like A01-endless-loop, a twin like twin-plain, not " + id);
        }
    }

    static HostileCase at(String group, Path folder) {
        return new HostileCase(group, String.valueOf(folder.getFileName()), folder, Expected.of(folder));
    }

    boolean isTwin() {
        return group.equals("twins");
    }
}
