package assay.server.store;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The connections to one database, at the newest schema. SQLite's settings are properties of the connection: set by a
 * statement, only the first of them would hold.
 */
public final class Database implements AutoCloseable {
    private static final int POOL = 10;
    private static final long PATIENCE_MILLIS = 20_000;

    private final DatabaseUrl url;
    private final HikariDataSource source;

    private Database(DatabaseUrl url, HikariDataSource source) {
        this.url = url;
        this.source = source;
    }

    /**
     * Connects, and brings the schema up to date.
     *
     * @throws GraderFault where it cannot be reached, or its schema is newer than this version of Assay
     */
    public static Database open(DatabaseUrl url) {
        requireNonNull(url, "url is null");
        HikariDataSource source;
        try {
            source = new HikariDataSource(settings(url));
        } catch (RuntimeException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "open the database " + url, e);
        }
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:assay/server/db/" + url.kind().name().toLowerCase(Locale.ROOT))
                    .load()
                    .migrate();
            return new Database(url, source);
        } catch (FlywayException e) {
            source.close();
            throw new GraderFault(GraderFault.Code.STORAGE, "bring the database " + url + " up to date", e);
        }
    }

    private static HikariConfig settings(DatabaseUrl url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(url.jdbc());
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setMaximumPoolSize(POOL);
        switch (url.kind()) {
            case SQLITE -> {
                config.addDataSourceProperty("journal_mode", "WAL");
                config.addDataSourceProperty("synchronous", "FULL");
                config.addDataSourceProperty("busy_timeout", Long.toString(PATIENCE_MILLIS));
                config.addDataSourceProperty("foreign_keys", "true");
                // A transaction that first reads and then writes would fail at once where another has written between.
                config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
            }
            case POSTGRESQL -> {
                config.setUsername(url.user());
                config.setPassword(url.password());
                config.addDataSourceProperty("ApplicationName", "assay");
            }
        }
        return config;
    }

    public DatabaseUrl url() {
        return url;
    }

    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
    }
}
