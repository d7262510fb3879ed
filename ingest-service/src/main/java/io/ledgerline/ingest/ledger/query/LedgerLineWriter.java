package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.ingest.ledger.batch.QuantityText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Makes lines of rows and their words. */
@ApplicationScoped
class LedgerLineWriter {
  private static final Map<String, SortedMap<String, String>> NO_LABELS = Map.of();

  private final ObjectWriter writer;
  private final ObjectReader labels;

  LedgerLineWriter(ObjectMapper json) {
    this.writer = json.writerFor(LedgerLine.class);
    this.labels = json.readerFor(new TypeReference<Map<String, TreeMap<String, String>>>() {});
  }

  /**
   * A row as a line.
   *
   * @param takenBackBy the correction that took it back; null while it stands
   */
  LedgerLine line(StoredRow row, BatchHeader batch, SetWords words, UUID takenBackBy) {
    Dimensions d = words.dimensions();
    Map<String, SortedMap<String, String>> labels = labels(row.labels());
    return new LedgerLine(
        row.time(),
        words.source(),
        row.id(),
        d.sourceAccount(),
        words.principal(),
        d.principal() == null ? null : d.principal().value(),
        d.workspace(),
        d.project(),
        d.provider(),
        d.model(),
        d.region(),
        d.operation(),
        d.priceClass().values(),
        QuantityText.read(words.meters(), row.quantities()).numbers(),
        labels.getOrDefault("tags", new TreeMap<>()),
        labels.getOrDefault("attributes", new TreeMap<>()),
        words.sign(),
        batch.id(),
        row.position(),
        batch.postedAt(),
        batch.sealNo(),
        takenBackBy);
  }

  String text(LedgerLine line) {
    try {
      return writer.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row cannot be written", e);
    }
  }

  private Map<String, SortedMap<String, String>> labels(String text) {
    try {
      return text == null ? NO_LABELS : labels.readValue(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row's labels cannot be read", e);
    }
  }
}
