package io.ledgerline.ingest.ledger.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.SampledResource;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.TreeMap;

/** How a row keeps tags and attributes. */
public final class LabelsJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String TAGS = "tags";
  private static final String ATTRIBUTES = "attributes";
  private static final String RESOURCE = "\"" + SampledResource.RESOURCE + "\"";

  private LabelsJson() {}

  /** JSON with what there is, or null when there are neither tags nor attributes. */
  public static String of(Labels tags, Labels attributes) {
    if (tags.values().isEmpty() && attributes.values().isEmpty()) {
      return null;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      write(json, TAGS, tags);
      write(json, ATTRIBUTES, attributes);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text can always be written", e);
    }
    return text.toString();
  }

  /** The tags of a row; none for null. */
  public static Labels tags(String row) {
    return row == null ? Labels.NONE : labels(row, TAGS);
  }

  /** What a row of a source brings samples of; null when its attributes name no resource. */
  public static SampledResource sampled(String source, String row) {
    return row == null || !row.contains(RESOURCE)
        ? null
        : SampledResource.of(source, labels(row, ATTRIBUTES));
  }

  private static Labels labels(String row, String kind) {
    try (JsonParser json = JSON.createParser(row)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        if (name.equals(kind)) {
          return read(json);
        }
        json.skipChildren();
      }
      return Labels.NONE;
    } catch (IOException e) {
      throw new UncheckedIOException("a row's labels are no JSON", e);
    }
  }

  private static Labels read(JsonParser json) throws IOException {
    TreeMap<String, String> values = new TreeMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      values.put(name, json.nextTextValue());
    }
    return Labels.of(values);
  }

  private static void write(JsonGenerator json, String name, Labels labels) throws IOException {
    if (!labels.values().isEmpty()) {
      json.writeObjectFieldStart(name);
      for (var label : labels.values().entrySet()) {
        json.writeStringField(label.getKey(), label.getValue());
      }
      json.writeEndObject();
    }
  }
}
