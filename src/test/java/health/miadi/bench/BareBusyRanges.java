package health.miadi.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What every slot search is held against: the plainest JDBC that reads what those providers' appointments block. */
final class BareBusyRanges implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement one;
    private final PreparedStatement some;
    private final PreparedStatement all;

    BareBusyRanges(Connection connection) throws SQLException {
        this.connection = connection;
        this.one = connection.prepareStatement(sql(" AND provider_id = ?"));
        this.some = connection.prepareStatement(sql(" AND provider_id = ANY (?)"));
        this.all = connection.prepareStatement(sql(""));
    }

    private static String sql(String providers) {
        return "SELECT provider_id, blocked_from, blocked_until FROM appointments"
                + " WHERE status IN ('scheduled', 'checked_in') AND start_at >= ? AND start_at < ?" + providers;
    }

    /** Reads them and answers how many they are. */
    long read(List<UUID> providers, Instant from, Instant to) {
        PreparedStatement statement = providers.isEmpty() ? all : providers.size() == 1 ? one : some;
        try {
            statement.setObject(1, from.atOffset(ZoneOffset.UTC));
            statement.setObject(2, to.atOffset(ZoneOffset.UTC));
            if (providers.size() == 1) {
                statement.setObject(3, providers.get(0));
            } else if (!providers.isEmpty()) {
                statement.setArray(3, connection.createArrayOf("uuid", providers.toArray()));
            }
            long count = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID provider = rows.getObject(1, UUID.class);
                    OffsetDateTime start = rows.getObject(2, OffsetDateTime.class);
                    OffsetDateTime end = rows.getObject(3, OffsetDateTime.class);
                    count += provider != null && start.isBefore(end) ? 1 : 0;
                }
            }
            return count;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
