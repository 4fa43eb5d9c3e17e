package assay.server.webhook;

import assay.server.store.Database;
import assay.server.testing.Postgres;
import org.junit.jupiter.api.Tag;

@Tag("slow")
final class PostgresWebhookTest extends WebhookContract {
    @Override
    Database empty() {
        return Database.open(Postgres.emptyDatabase());
    }
}
