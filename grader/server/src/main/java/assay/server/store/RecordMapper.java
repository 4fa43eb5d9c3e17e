package assay.server.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Rows as records. Which column is which component is found out once for each order of columns; jdbi alone does it for
 * each statement, which was a fifth of the time of a hand-in.
 */
final class RecordMapper<T> implements RowMapper<T> {
    private final RowMapper<T> slow;
    private final Map<List<String>, RowMapper<T>> known = new ConcurrentHashMap<>();

    private RecordMapper(Class<T> record) {
        this.slow = ConstructorMapper.of(record);
    }

    static <T> RecordMapper<T> of(Class<T> record) {
        return new RecordMapper<>(record);
    }

    @Override
    public T map(ResultSet row, StatementContext context) throws SQLException {
        return specialize(row, context).map(row, context);
    }

    @Override
    public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
        List<String> columns = columns(rows.getMetaData());
        RowMapper<T> mapper = known.get(columns);
        if (mapper == null) {
            mapper = slow.specialize(rows, context);
            known.put(columns, mapper);
        }
        return mapper;
    }

    private static List<String> columns(ResultSetMetaData about) throws SQLException {
        List<String> columns = new ArrayList<>(about.getColumnCount());
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(about.getColumnLabel(i));
        }
        return columns;
    }
}
