package assay.server.store;

import assay.server.testing.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("slow")
final class PostgresStoreTest extends StoreContract {
    @SuppressWarnings("NullAway.Init") // by empty()
    private Database database;

    @Override
    Database empty() {
        database = Database.open(Postgres.emptyDatabase());
        return database;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
