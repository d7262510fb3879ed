package io.ledgerline.ingest.ledger.batch;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.SampledResource;

/** How many bytes parts of a message take at most, without writing them. */
final class MessageSize {
  /** Envelope with batch id, tenant, posting time and brackets. */
  static final int ENVELOPE = 512;

  /**
   * {@code {"d":1234,"t":"2026-01-31T12:00:00.123456Z","q":{},"s":-1,"g":1234,"r":1234},} rounded
   * up.
   */
  private static final int FACT = 80;

  /** Names, quotes and commas of a dimension set, and the surrogate's 36 characters. */
  private static final int DIMENSIONS = 220;

  /** {@code {"source":"","resource":"","ended":true},} rounded up. */
  private static final int RESOURCE = 48;

  /** Quotes, colon and comma. */
  private static final int PUNCTUATION = 8;

  /** A UTF-16 unit becomes at most three bytes of UTF-8, or two when it has to be escaped. */
  private static final int BYTES_PER_UNIT = 3;

  private MessageSize() {}

  /** Bytes of a fact, its dimension set apart. */
  static int of(Quantities quantities) {
    int bytes = FACT;
    for (var entry : quantities.byMeter().entrySet()) {
      bytes += entry.getKey().value().length() + PUNCTUATION;
      // Digits, a leading zero and the point.
      bytes += entry.getValue().value().precision() + entry.getValue().value().scale() + 2;
    }
    return bytes;
  }

  /** Bytes of a dimension set. */
  static int of(Dimensions d) {
    int units =
        length(d.sourceAccount())
            + length(d.workspace())
            + length(d.project())
            + length(d.provider())
            + length(d.model())
            + length(d.region())
            + length(d.operation());
    int bytes = DIMENSIONS;
    for (var entry : d.priceClass().values().entrySet()) {
      units += entry.getKey().length() + entry.getValue().length();
      bytes += PUNCTUATION;
    }
    return bytes + units * BYTES_PER_UNIT;
  }

  /** Bytes of an event's tags. */
  static int of(Labels tags) {
    int bytes = PUNCTUATION;
    for (var tag : tags.values().entrySet()) {
      bytes += (tag.getKey().length() + tag.getValue().length()) * BYTES_PER_UNIT + PUNCTUATION;
    }
    return bytes;
  }

  /** Bytes of what samples are of. */
  static int of(SampledResource sampled) {
    return RESOURCE + (sampled.source().length() + sampled.resource().length()) * BYTES_PER_UNIT;
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }
}
