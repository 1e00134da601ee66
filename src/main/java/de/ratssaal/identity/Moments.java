package de.ratssaal.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments on their way into the database and out of it. */
final class Moments {

    private Moments() {}

    static Timestamp in(Instant moment) {
        return Timestamp.from(moment);
    }

    static Instant out(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static @Nullable Instant outIfAny(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
