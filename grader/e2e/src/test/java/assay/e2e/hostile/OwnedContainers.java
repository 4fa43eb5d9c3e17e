package assay.e2e.hostile;

import assay.sandbox.testing.ReadyEngine;
import java.util.List;
import java.util.stream.Stream;

/** The containers of a process of this machine, by their labels. */
public final class OwnedContainers {
    private OwnedContainers() {}

    /** Their owners' labels, one a container; of a process that is gone, what it left. */
    public static List<String> of(long pid) {
        return Stream.of(ReadyEngine.get().get("/containers/json?all=true").split("\"assay.owner\":\"", -1))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .filter(owner -> owner.contains(" " + pid + " "))
                .toList();
    }
}
