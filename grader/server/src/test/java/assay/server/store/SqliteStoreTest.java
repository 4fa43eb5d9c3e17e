package assay.server.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest extends StoreContract {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // by empty()
    private Database database;

    @Override
    Database empty() {
        database = Database.open(DatabaseUrl.ofFile(folder.resolve("assay.db")));
        return database;
    }

    @AfterEach
    void close() {
        database.close();
    }
}
