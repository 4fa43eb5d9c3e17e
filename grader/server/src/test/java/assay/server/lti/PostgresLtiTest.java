package assay.server.lti;

import assay.server.store.Database;
import assay.server.testing.Postgres;

final class PostgresLtiTest extends LtiContract {
    @Override
    Database empty() {
        return Database.open(Postgres.emptyDatabase());
    }
}
