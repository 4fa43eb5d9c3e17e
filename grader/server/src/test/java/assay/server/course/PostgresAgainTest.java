package assay.server.course;

import assay.server.store.Database;
import assay.server.testing.Postgres;
import org.junit.jupiter.api.Tag;

@Tag("slow")
final class PostgresAgainTest extends AgainContract {
    @Override
    Database empty() {
        return Database.open(Postgres.emptyDatabase());
    }
}
