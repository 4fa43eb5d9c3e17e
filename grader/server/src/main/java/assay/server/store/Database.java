package assay.server.store;

import static java.util.Objects.requireNonNull;

import assay.core.domain.GraderFault;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The connections to one database, at the newest schema. SQLite's settings are properties of the connection: set by a
 * statement, only the first of them would hold.
 */
public final class Database implements AutoCloseable {
    private static final int POOL = 10;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final Duration CUT_OFF = Duration.ofSeconds(30);

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
            migrating(url, source)
                    .locations("classpath:assay/server/db/" + url.kind().name().toLowerCase(Locale.ROOT))
                    .load()
                    .migrate();
            return new Database(url, source);
        } catch (FlywayException e) {
            source.close();
            throw new GraderFault(GraderFault.Code.STORAGE, "bring the database " + url + " up to date", e);
        }
    }

    /** PostgreSQL by a connection of its own: to bring a large table up to date may take longer than any answer. */
    private static FluentConfiguration migrating(DatabaseUrl url, DataSource source) {
        FluentConfiguration flyway = Flyway.configure(Database.class.getClassLoader());
        return switch (url.kind()) {
            case SQLITE -> flyway.dataSource(source);
            case POSTGRESQL -> flyway.dataSource(url.jdbc(), url.user(), url.password());
        };
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
                // Which would repeat the values that a statement was about.
                config.addDataSourceProperty("logServerErrorDetail", "false");
                config.addDataSourceProperty("tcpKeepAlive", "true");
                config.addDataSourceProperty("connectTimeout", "10");
                // Whoever is cut off from the database must find out, and not wait for hours.
                config.addDataSourceProperty("socketTimeout", Long.toString(CUT_OFF.toSeconds()));
                // Nor may what it had locked stay locked for the others.
                config.addDataSourceProperty(
                        "options",
                        "-c idle_in_transaction_session_timeout=" + CUT_OFF.toMillis()
                                + " -c tcp_user_timeout=" + CUT_OFF.toMillis()
                                + " -c tcp_keepalives_idle=" + CUT_OFF.toSeconds());
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
