package io.ledgerline.report.rollup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ledgerline.contracts.usage.SampledResource;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Reads which facts of a batch bring samples of which resources. A batch without resources costs it
 * nothing.
 */
final class SampleReader {
  private static final int NONE = -1;

  private final JsonParser json;
  private final List<SampledResource> resources = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private int resource;
  private String time;

  SampleReader(JsonParser json) {
    this.json = json;
  }

  /** A sample whose dimension set has no place yet. */
  private record Draft(
      SampledResource resource, long key, Instant at, int sign, List<SampledFact.Value> values) {}

  /** Reads the array that the parser stands at. */
  void readResources() throws IOException {
    Tokens.require(json, JsonToken.START_ARRAY, "resources");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      resources.add(readResource());
    }
  }

  /** Begins another fact. */
  void clear() {
    resource = NONE;
    time = null;
  }

  /** Takes the time that the parser stands at, in case that it is a sample's. */
  void time() throws IOException {
    if (!resources.isEmpty()) {
      time = json.getText();
    }
  }

  /** Takes the index that the parser stands at. */
  void resource() throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      resource = json.getIntValue();
      resources.get(resource); // refuses what the batch does not have
    }
  }

  /** Whether the fact brings samples. */
  boolean isSample() {
    return resource != NONE;
  }

  /** Keeps the fact's samples. */
  void add(long key, int sign, List<SampledFact.Value> values) {
    Instant at = InstantText.instant(time).truncatedTo(ChronoUnit.MICROS);
    drafts.add(new Draft(resources.get(resource), key, at, sign, values));
  }

  /**
   * All samples.
   *
   * @param indexes gives the place of the dimension set that a key stands for
   */
  List<SampledFact> facts(ToIntFunction<Long> indexes) {
    return drafts.stream()
        .map(
            d ->
                new SampledFact(
                    d.resource(), indexes.applyAsInt(d.key()), d.at(), d.sign(), d.values()))
        .toList();
  }

  private SampledResource readResource() throws IOException {
    Tokens.require(json, JsonToken.START_OBJECT, "a resource");
    FieldsSeen seen = new FieldsSeen();
    String source = null;
    String name = null;
    boolean ended = false;
    for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
      json.nextToken();
      switch (field) {
        case "source" -> {
          seen.once(0, field);
          source = Tokens.text(json, field);
        }
        case "resource" -> {
          seen.once(1, field);
          name = Tokens.text(json, field);
        }
        case "ended" -> {
          seen.once(2, field);
          ended = json.getBooleanValue();
        }
        default -> json.skipChildren();
      }
    }
    return new SampledResource(source, name, ended);
  }
}
