package assay.server.lti;

import assay.server.store.Database;
import assay.server.testing.Postgres;
import org.junit.jupiter.api.Tag;

@Tag("slow")
final class PostgresLtiTest extends LtiContract {
    @Override
    Database empty() {
        return Database.open(Postgres.emptyDatabase());
    }
}
