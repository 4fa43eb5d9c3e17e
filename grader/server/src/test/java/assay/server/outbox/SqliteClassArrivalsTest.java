package assay.server.outbox;

import assay.server.store.Database;
import assay.server.store.DatabaseUrl;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteClassArrivalsTest extends ClassArrivalsContract {
    @TempDir
    private Path folder;

    @Override
    Database empty() {
        return Database.open(DatabaseUrl.ofFile(folder.resolve("assay.db")));
    }
}
