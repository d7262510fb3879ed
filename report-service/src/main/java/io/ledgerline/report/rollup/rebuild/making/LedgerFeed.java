package io.ledgerline.report.rollup.rebuild.making;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ledgerline.report.ledger.client.LedgerUnavailableException;
import io.ledgerline.report.rollup.BatchReader;
import io.ledgerline.report.rollup.BatchTally;
import io.ledgerline.report.rollup.RollupGrain;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the ledger's batches from its message stream, a bounded number at once. A stream is whole
 * only with its last line, whose count must be what came; anything else is a cut, and worth another
 * try from where it was cut.
 */
final class LedgerFeed {
  private final int atOnce;
  private final RollupGrain grain;

  LedgerFeed(int atOnce, RollupGrain grain) {
    this.atOnce = atOnce;
    this.grain = grain;
  }

  /** Takes what was read, in the order of seal numbers. */
  interface Taker {
    /** The batches, and the seal number of the last one. */
    void take(List<BatchTally> batches, long sealNo);
  }

  /** Reads a stream to its end and closes it. */
  void read(InputStream stream, Taker taker) {
    List<BatchTally> batches = new ArrayList<>();
    long count = 0;
    long last = 0;
    try (JsonParser json = BatchReader.parser(stream)) {
      while (true) {
        Line line = next(json);
        if (line.batch() == null) {
          flush(batches, last, taker);
          requireWhole(line, count);
          return;
        }
        batches.add(line.batch());
        last = line.number();
        count++;
        if (batches.size() >= atOnce) {
          flush(batches, last, taker);
        }
      }
    } catch (IOException e) {
      throw new LedgerUnavailableException("the ledger's batches were cut: " + e.getMessage(), e);
    }
  }

  private static void flush(List<BatchTally> batches, long sealNo, Taker taker) {
    if (!batches.isEmpty()) {
      taker.take(List.copyOf(batches), sealNo);
      batches.clear();
    }
  }

  private static void requireWhole(Line end, long came) {
    if (end.number() != came) {
      throw new LedgerUnavailableException(
          "the ledger's batches have a hole: " + end.number() + " told, " + came + " came", null);
    }
  }

  /** A batch with its seal number, or without a batch the end with its count. */
  private record Line(BatchTally batch, long number) {}

  private Line next(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("it has no last line");
    }
    BatchTally batch = null;
    long number = -1;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "sealNo", "count" -> number = json.getLongValue();
        case "batch" -> batch = BatchReader.read(json, grain);
        default -> json.skipChildren();
      }
    }
    return new Line(batch, number);
  }
}
