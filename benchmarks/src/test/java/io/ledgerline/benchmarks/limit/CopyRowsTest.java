package io.ledgerline.benchmarks.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CopyRowsTest {
  private static final long EPOCH_2000_SECONDS = 946_684_800L;

  private record Parsed(Instant time, long batchNo, int position, UUID id, String text, UUID key) {}

  /** Reads it as the manual of PostgreSQL describes the form. */
  private static List<Parsed> parse(ByteBuffer bytes) {
    ByteBuffer in = bytes.duplicate().rewind();
    byte[] signature = new byte[11];
    in.get(signature);
    assertThat(new String(signature, StandardCharsets.ISO_8859_1))
        .isEqualTo("PGCOPY\n\u00ff\r\n\0");
    assertThat(in.getInt()).isZero();
    assertThat(in.getInt()).isZero();
    List<Parsed> rows = new ArrayList<>();
    for (short fields = in.getShort(); fields != -1; fields = in.getShort()) {
      assertThat(fields).isEqualTo((short) 9);
      long micros = field(in, 8).getLong();
      long batch = field(in, 8).getLong();
      assertThat(field(in, 4).getInt()).isPositive();
      int position = field(in, 2).getShort();
      UUID id = uuid(field(in, 16));
      assertThat(in.getInt()).as("no text id").isEqualTo(-1);
      byte[] text = new byte[in.getInt()];
      in.get(text);
      assertThat(in.getInt()).as("no labels").isEqualTo(-1);
      UUID key = uuid(field(in, 16));
      Instant time = Instant.ofEpochSecond(EPOCH_2000_SECONDS).plusNanos(micros * 1000);
      rows.add(
          new Parsed(time, batch, position, id, new String(text, StandardCharsets.UTF_8), key));
    }
    assertThat(in.hasRemaining()).isFalse();
    return rows;
  }

  private static ByteBuffer field(ByteBuffer in, int length) {
    assertThat(in.getInt()).isEqualTo(length);
    ByteBuffer field = in.slice(in.position(), length);
    in.position(in.position() + length);
    return field;
  }

  private static UUID uuid(ByteBuffer field) {
    return new UUID(field.getLong(), field.getLong());
  }

  @Test
  void everyTransactionHasRowsWithNewIdsAndKeysAndRisingTimes() {
    Instant first = Instant.parse("2026-11-21T00:00:00Z");
    CopyRows rows = new CopyRows(50, first, 7);
    Set<UUID> seen = new HashSet<>();
    Instant expected = first;
    for (int batch = 1; batch <= 3; batch++) {
      List<Parsed> parsed = parse(rows.next());
      assertThat(parsed).hasSize(50);
      for (int i = 0; i < parsed.size(); i++) {
        Parsed row = parsed.get(i);
        assertThat(row.batchNo()).isEqualTo(batch);
        assertThat(row.position()).isEqualTo(i);
        assertThat(row.time()).isEqualTo(expected);
        assertThat(row.text()).matches("\\d+,1,\\d+");
        assertThat(seen.add(row.id())).isTrue();
        assertThat(seen.add(row.key())).isTrue();
        expected = expected.plusMillis(5);
      }
    }
  }
}
