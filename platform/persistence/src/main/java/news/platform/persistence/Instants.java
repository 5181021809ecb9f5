package news.platform.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Instant} to and from {@code timestamptz}, which keeps microseconds; the driver itself takes no {@code Instant}. */
public final class Instants {
    private Instants() {}

    /** A column that is never null. */
    public static Instant of(ResultSet row, String column) throws SQLException {
        return optional(row, column)
                .orElseThrow(() -> new IllegalStateException(column + ": null (expected: a timestamptz)"));
    }

    /** A column that may be null; empty where it is. */
    public static Optional<Instant> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** What a statement takes as the parameter; null stays null. */
    public static @Nullable OffsetDateTime parameter(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
