package io.ledgerline.report.ledger.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.ledgerline.platform.json.JsonSettings;
import io.ledgerline.report.ledger.BatchTotal;
import io.ledgerline.report.ledger.ControlTotals;
import io.ledgerline.report.ledger.LedgerStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Reads control totals batch by batch, in the order of the ledger: by batch id as PostgreSQL sorts
 * it. Memory does not grow with the number of batches. What stands beside the batches is known at
 * the end.
 */
public final class ControlTotalsReader implements LedgerStream<BatchTotal> {
  private static final TypeReference<Map<String, BigDecimal>> SUMS = new TypeReference<>() {};
  private static final ObjectMapper JSON =
      JsonSettings.newMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final ObjectReader BATCH = JSON.readerFor(BatchTotal.class);
  private static final ObjectReader SUM = JSON.readerFor(SUMS);
  private static final ObjectReader MONTHS = JSON.readerForListOf(String.class);

  private final JsonParser parser;
  private boolean within;
  private boolean atEnd;
  private boolean openQuarter;
  private List<String> archivedMonths = List.of();
  private long events;
  private Map<String, BigDecimal> quantities = Map.of();
  private long batches;

  /** Reads {@code in} and closes it when it is closed. */
  ControlTotalsReader(InputStream in) {
    try {
      parser = JSON.getFactory().createParser(in);
      require(parser.nextToken() == JsonToken.START_OBJECT);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  @Override
  public BatchTotal next() {
    try {
      if (!atEnd && !within) {
        readFields();
      }
      if (atEnd) {
        return null;
      }
      if (parser.nextToken() == JsonToken.END_ARRAY) {
        within = false;
        return next();
      }
      batches++;
      return BATCH.readValue(parser);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** What stands beside the batches; only once {@link #next} has said that there are no more. */
  public ControlTotals totals() {
    if (!atEnd) {
      throw new IllegalStateException("the control totals have not been read to their end");
    }
    return new ControlTotals(openQuarter, archivedMonths, events, quantities, batches);
  }

  /** Reads over all batches that are left, for what stands beside them. */
  public ControlTotals skipBatches() {
    BatchTotal batch;
    do {
      batch = next();
    } while (batch != null);
    return totals();
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Reads fields up to the first batch or the end. */
  private void readFields() throws IOException {
    JsonToken token = parser.nextToken();
    while (token == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("batches") && value == JsonToken.START_ARRAY) {
        within = true;
        return;
      }
      switch (name) {
        case "openQuarter" -> openQuarter = parser.getBooleanValue();
        case "archivedMonths" -> archivedMonths = MONTHS.readValue(parser);
        case "events" -> events = parser.getLongValue();
        case "quantities" -> quantities = SUM.readValue(parser);
        default -> parser.skipChildren();
      }
      token = parser.nextToken();
    }
    // To the very end, or the connection is closed instead of used again.
    require(token == JsonToken.END_OBJECT && parser.nextToken() == null);
    atEnd = true;
  }

  private static void require(boolean understood) throws IOException {
    if (!understood) {
      throw new IOException("they are cut or not understood");
    }
  }

  private static LedgerUnavailableException broken(IOException cause) {
    return new LedgerUnavailableException(
        "the ledger's control totals cannot be read: " + cause.getMessage(), cause);
  }
}
