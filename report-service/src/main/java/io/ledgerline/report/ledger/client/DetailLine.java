package io.ledgerline.report.ledger.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.ledgerline.platform.json.JsonSettings;
import io.ledgerline.report.ledger.LedgerLine;
import java.io.IOException;

/** A line of the detail stream: an event, or the end with its count. */
sealed interface DetailLine {
  /** An event. */
  record Event(LedgerLine line) implements DetailLine {}

  /** The end, and how many events were before it. */
  record End(long count) implements DetailLine {}

  /** Reads lines; thread-safe. */
  final class Reader {
    private static final ObjectReader EVENTS =
        JsonSettings.newMapper()
            .readerFor(LedgerLine.class)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // Our own ledger's lines: what would be looked for twice is not there once.
            .without(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final ObjectReader TREES = JsonSettings.newMapper().reader();
    private static final String END_BEGINS = "{\"end\"";

    private Reader() {}

    static DetailLine read(String line) throws IOException {
      if (line.startsWith(END_BEGINS)) {
        JsonNode end = TREES.readTree(line);
        if (end.path("end").asBoolean() && end.path("count").isIntegralNumber()) {
          return new End(end.get("count").longValue());
        }
        throw new IOException("the detail stream's last line is not understood");
      }
      return new Event(EVENTS.readValue(line));
    }
  }
}
