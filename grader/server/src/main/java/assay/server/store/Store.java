package assay.server.store;

import static java.util.Objects.requireNonNull;

import assay.core.alike.LeftOut;
import assay.core.domain.GraderFault;
import assay.core.domain.Points;
import assay.server.rule.CourseRules;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * The one way to what is stored. What belongs together is one transaction; what is written is audited in the same.
 * Safe for use by several threads.
 */
public final class Store {
    private static final int MICRO_DIGITS = 6;
    private static final List<Class<?>> ROWS = List.of(
            AuditEntry.class,
            ClassRow.class,
            Course.class,
            CourseRules.class,
            Credential.class,
            Delivery.class,
            Grade.class,
            GrantedExtension.class,
            LeftOut.class,
            Member.class,
            PointsOverride.class,
            Person.class,
            PublishedAssignment.class,
            Regrade.class,
            StoredComparison.class,
            StoredGrading.class,
            StoredMark.class,
            StoredPair.class,
            StoredSubmission.class,
            Worker.class);

    private final Jdbi jdbi;
    private final InstantSource clock;

    public Store(DataSource source, InstantSource clock) {
        this.clock = requireNonNull(clock, "clock is null");
        this.jdbi = Jdbi.create(requireNonNull(source, "source is null"));
        jdbi.configure(StatementExceptions.class, exceptions -> exceptions.setMessageRendering(Store::message));
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerArgument(new PointsArgument());
        jdbi.registerArgument(new DurationArgument());
        jdbi.registerColumnMapper(Instant.class, (row, column, _) -> {
            long millis = row.getLong(column);
            return row.wasNull() ? null : Instant.ofEpochMilli(millis);
        });
        jdbi.registerColumnMapper(Points.class, (row, column, _) -> {
            long micros = row.getLong(column);
            return row.wasNull() ? null : new Points(BigDecimal.valueOf(micros, MICRO_DIGITS));
        });
        jdbi.registerColumnMapper(Duration.class, (row, column, _) -> {
            long seconds = row.getLong(column);
            return row.wasNull() ? null : Duration.ofSeconds(seconds);
        });
        ROWS.forEach(row -> jdbi.registerRowMapper(row, RecordMapper.of(row)));
    }

    /** Without what was bound: that is people's own, and a message ends in a log. */
    private static String message(StatementException broken) {
        StatementContext context = broken.getStatementContext();
        return broken.getShortMessage() + (context == null ? "" : " [" + context.getRenderedSql() + "]");
    }

    public InstantSource clock() {
        return clock;
    }

    /** Reads, each statement for itself; again where the database was away, so it must do nothing else. */
    public <T> T read(Function<Tx, T> work) {
        try {
            return Patience.with(() -> jdbi.withHandle(handle -> work.apply(new Tx(handle, clock))));
        } catch (JdbiException e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "read the store", e);
        }
    }

    /** All or nothing; again where the database was away before it was done, so it must write nowhere else. */
    public <T> T write(Function<Tx, T> work) {
        try {
            return Patience.with(() -> transaction(work));
        } catch (JdbiException | Patience.NobodyKnows e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "write to the store", e);
        }
    }

    /**
     * All or nothing, of work that does nothing the second time: also tried again where the database went away while it
     * was being committed, and nobody knows whether it was.
     */
    public <T> T writeRepeatable(Function<Tx, T> work) {
        try {
            return Patience.with(() -> {
                try {
                    return transaction(work);
                } catch (Patience.NobodyKnows e) {
                    return transaction(work);
                }
            });
        } catch (JdbiException | Patience.NobodyKnows e) {
            throw new GraderFault(GraderFault.Code.STORAGE, "write to the store", e);
        }
    }

    private <T> T transaction(Function<Tx, T> work) {
        AtomicBoolean done = new AtomicBoolean();
        try {
            return jdbi.inTransaction(handle -> {
                T result = work.apply(new Tx(handle, clock));
                done.set(true);
                return result;
            });
        } catch (JdbiException e) {
            if (done.get() && Patience.away(e)) {
                throw new Patience.NobodyKnows(e);
            }
            throw e;
        }
    }

    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
        InstantArgument() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, _) -> statement.setLong(position, value.toEpochMilli());
        }
    }

    private static final class PointsArgument extends AbstractArgumentFactory<Points> {
        PointsArgument() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Points value, ConfigRegistry config) {
            return (position, statement, _) -> statement.setLong(
                    position, value.value().movePointRight(MICRO_DIGITS).longValueExact());
        }
    }

    private static final class DurationArgument extends AbstractArgumentFactory<Duration> {
        DurationArgument() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Duration value, ConfigRegistry config) {
            return (position, statement, _) -> statement.setLong(position, value.toSeconds());
        }
    }
}
