package assay.server.course;

import assay.server.store.Database;
import assay.server.store.DatabaseUrl;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteAgainTest extends AgainContract {
    @TempDir
    private Path folder;

    @Override
    Database empty() {
        return Database.open(DatabaseUrl.ofFile(folder.resolve("assay.db")));
    }
}
