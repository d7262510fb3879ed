package io.ledgerline.ingest.inlet.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/**
 * Writes a result as its record says, field by field: there is one for every event, and looking at
 * a record by reflection would cost more than the writing.
 */
final class EventResultSerializer extends StdSerializer<EventResult> {
  private static final long serialVersionUID = 1L;
  private static final SerializedString INDEX = new SerializedString("index");
  private static final SerializedString SOURCE = new SerializedString("source");
  private static final SerializedString ID = new SerializedString("id");
  private static final SerializedString STATUS = new SerializedString("status");

  EventResultSerializer() {
    super(EventResult.class);
  }

  @Override
  public void serialize(EventResult result, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeStartObject();
    json.writeFieldName(INDEX);
    json.writeNumber(result.index());
    if (result.source() != null) {
      json.writeFieldName(SOURCE);
      json.writeString(result.source());
    }
    if (result.id() != null) {
      json.writeFieldName(ID);
      json.writeString(result.id());
    }
    json.writeFieldName(STATUS);
    json.writeString(result.status());
    if (result.reason() != null) {
      provider.defaultSerializeField("reason", result.reason(), json);
    }
    json.writeEndObject();
  }
}
