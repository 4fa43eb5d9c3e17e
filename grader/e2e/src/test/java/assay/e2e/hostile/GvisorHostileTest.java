package assay.e2e.hostile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same under gVisor's kernel, where it is installed. */
@Tag("docker")
@ExtendWith(WhereRuntimeWorks.class)
@RuntimeNeeded("runsc")
final class GvisorHostileTest extends HostileCorpusTest {
    GvisorHostileTest() {
        super(new OciBackend("runsc", Boolean.getBoolean("assay.hostile.all")));
    }
}
