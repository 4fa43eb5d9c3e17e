package assay.server.outbox;

import assay.server.store.Database;
import assay.server.testing.Postgres;

final class PostgresClassArrivalsTest extends ClassArrivalsContract {
    @Override
    Database empty() {
        return Database.open(Postgres.emptyDatabase());
    }
}
