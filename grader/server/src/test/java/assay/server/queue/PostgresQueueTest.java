package assay.server.queue;

import assay.server.store.Database;
import assay.server.testing.Postgres;
import org.junit.jupiter.api.Tag;

@Tag("slow")
final class PostgresQueueTest extends QueueContract {
    @Override
    Database empty() {
        return Database.open(Postgres.emptyDatabase());
    }
}
