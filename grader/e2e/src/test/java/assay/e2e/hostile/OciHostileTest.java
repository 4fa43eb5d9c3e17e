package assay.e2e.hostile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Some of each group in containers that runc makes without an engine; all with {@code -Dassay.hostile.all=true}. */
@Tag("docker")
@ExtendWith(WhereRuntimeWorks.class)
@RuntimeNeeded("runc")
final class OciHostileTest extends HostileCorpusTest {
    OciHostileTest() {
        super(new OciBackend("runc", Boolean.getBoolean("assay.hostile.all")));
    }
}
