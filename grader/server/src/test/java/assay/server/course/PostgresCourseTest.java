package assay.server.course;

import assay.server.store.Database;
import assay.server.testing.Postgres;
import org.junit.jupiter.api.Tag;

@Tag("slow")
final class PostgresCourseTest extends CourseContract {
    @Override
    Database empty() {
        return Database.open(Postgres.emptyDatabase());
    }
}
