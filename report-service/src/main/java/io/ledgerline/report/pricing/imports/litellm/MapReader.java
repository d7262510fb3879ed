package io.ledgerline.report.pricing.imports.litellm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerline.report.pricing.imports.ListFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the map's JSON into entries; numbers are taken as they are written, to the last digit. */
final class MapReader {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final List<MapEntry> entries = new ArrayList<>();
  private final List<ListFault> faults = new ArrayList<>();

  /** Reads all of {@code json}; what is wrong is in {@link #faults()}. */
  MapReader(InputStream json) {
    try {
      JsonNode map = JSON.readTree(json);
      if (map == null || !map.isObject() || map.isEmpty()) {
        fault("not-a-model-map", "The list is a JSON object with an entry for each model.");
      } else {
        map.properties()
            .forEach(
                entry -> entries.add(EntryReader.read(entry.getKey(), entry.getValue(), faults)));
      }
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      fault("malformed-json", "The list is not JSON, or names something twice" + where + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<MapEntry> entries() {
    return entries;
  }

  List<ListFault> faults() {
    return faults;
  }

  private void fault(String code, String detail) {
    faults.add(new ListFault("", code, detail));
  }
}
