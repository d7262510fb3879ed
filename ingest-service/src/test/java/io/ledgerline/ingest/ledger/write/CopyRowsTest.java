package io.ledgerline.ingest.ledger.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CopyRowsTest {
  private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

  /** Whatever is written where the room ends: it grows, and nothing is lost. */
  @Test
  void rowsAreTheSameHoweverMuchRoomThereWasAtFirst() {
    byte[] roomy = rows(10_000);
    for (int size = 0; size < roomy.length; size++) {
      assertThat(rows(size)).as("with room for " + size).isEqualTo(roomy);
    }
  }

  private static byte[] rows(int size) {
    CopyRows rows = new CopyRows(size);
    for (int i = 0; i < 5; i++) {
      rows.row(8)
          .time(NOON)
          .int8(i)
          .int4(i)
          .int2(i)
          .uuid(new UUID(i, i))
          .text(i % 2 == 0 ? null : "event-" + i)
          .text("1,2,3")
          .jsonb("{\"tags\":{}}");
    }
    return rows.written();
  }
}
