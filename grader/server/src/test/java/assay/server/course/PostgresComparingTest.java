package assay.server.course;

import assay.server.store.Database;
import assay.server.testing.Postgres;

final class PostgresComparingTest extends ComparingContract {
    @Override
    Database empty() {
        return Database.open(Postgres.emptyDatabase());
    }
}
