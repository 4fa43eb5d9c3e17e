package assay.server.webhook;

import assay.server.store.Database;
import assay.server.store.DatabaseUrl;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteInboxTest extends InboxContract {
    @TempDir
    private Path folder;

    @Override
    Database empty() {
        return Database.open(DatabaseUrl.ofFile(folder.resolve("assay.db")));
    }
}
