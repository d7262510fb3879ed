package io.ledgerline.benchmarks.limit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Rows like the ledger's in PostgreSQL's binary COPY form, rendered once; only what is new in each
 * transaction is written over.
 */
final class CopyRows {
  private static final byte[] SIGNATURE =
      new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
  private static final int FIELDS = 9;
  private static final int ABSENT = -1;
  private static final int DIMENSION_SETS = 150;
  private static final int MOST_TOKENS = 20_000;
  private static final long STEP_MICROS = 5_000;
  private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final SplittableRandom random;
  private final ByteBuffer bytes;
  private final int[] rowAt;
  private final int[] keyAt;
  private long batchNo;
  private long micros;

  CopyRows(int rows, Instant firstTime, long seed) {
    random = new SplittableRandom(seed);
    micros = (firstTime.toEpochMilli() - POSTGRES_EPOCH.toEpochMilli()) * 1000;
    rowAt = new int[rows];
    keyAt = new int[rows];
    ByteBuffer draft = ByteBuffer.allocate(64 + rows * 160);
    draft.put(SIGNATURE).putInt(0).putInt(0);
    for (int i = 0; i < rows; i++) {
      draft.putShort((short) FIELDS);
      rowAt[i] = draft.position();
      draft.putInt(Long.BYTES).putLong(0);
      draft.putInt(Long.BYTES).putLong(0);
      draft.putInt(Integer.BYTES).putInt(1 + random.nextInt(DIMENSION_SETS));
      draft.putInt(Short.BYTES).putShort((short) i);
      draft.putInt(2 * Long.BYTES).putLong(0).putLong(0);
      draft.putInt(ABSENT);
      byte[] quantities = quantities();
      draft.putInt(quantities.length).put(quantities);
      draft.putInt(ABSENT);
      draft.putInt(2 * Long.BYTES);
      keyAt[i] = draft.position();
      draft.putLong(0).putLong(0);
    }
    draft.putShort((short) -1);
    bytes = draft.flip();
  }

  private byte[] quantities() {
    String text =
        (1 + random.nextInt(MOST_TOKENS)) + ",1," + (1 + random.nextInt(MOST_TOKENS / 10));
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The next transaction's rows: all ids and keys are new. Valid until the next call. */
  ByteBuffer next() {
    batchNo++;
    for (int i = 0; i < rowAt.length; i++) {
      int at = rowAt[i];
      bytes.putLong(at + 4, micros);
      bytes.putLong(at + 16, batchNo);
      bytes.putLong(at + 42, random.nextLong());
      bytes.putLong(at + 50, random.nextLong());
      bytes.putLong(keyAt[i], random.nextLong());
      bytes.putLong(keyAt[i] + 8, random.nextLong());
      micros += STEP_MICROS;
    }
    return bytes;
  }

  /** How many bytes a transaction has. */
  int length() {
    return bytes.limit();
  }
}
