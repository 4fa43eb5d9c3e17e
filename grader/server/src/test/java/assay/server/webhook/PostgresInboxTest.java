package assay.server.webhook;

import assay.server.store.Database;
import assay.server.testing.Postgres;

final class PostgresInboxTest extends InboxContract {
    @Override
    Database empty() {
        return Database.open(Postgres.emptyDatabase());
    }
}
