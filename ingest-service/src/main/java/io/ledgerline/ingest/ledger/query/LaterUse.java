package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Leaves out years without usage; within a month with usage its days are looked at. */
final class LaterUse {
  private static final String FURTHER =
      """
      SELECT b.max_time FROM batch b
      WHERE b.tenant = ? AND b.max_time >= ? AND b.seal_no <= ? ORDER BY b.max_time LIMIT 1""";

  private LaterUse() {}

  /** Where to go on when nothing was found up to {@code from}; the span's end for nowhere. */
  static Instant after(Connection connection, TenantId tenant, Span span, Instant from)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FURTHER)) {
      statement.setString(1, tenant.value());
      statement.setObject(2, from.atOffset(ZoneOffset.UTC));
      statement.setLong(3, span.watermark());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return span.to();
        }
        Instant month =
            rows.getObject(1, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .toInstant();
        return month.isAfter(from) ? month : from;
      }
    }
  }
}
