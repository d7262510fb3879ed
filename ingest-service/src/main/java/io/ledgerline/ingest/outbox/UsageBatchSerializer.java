package io.ledgerline.ingest.outbox;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.platform.messaging.MessageCodec;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Writes a batch as its records' annotations say, field by field: there is a fact for every event,
 * and looking at records by reflection would cost more than recording them.
 */
final class UsageBatchSerializer extends StdSerializer<UsageBatch> {
  private static final long serialVersionUID = 1L;
  private static final int LONG_DIGITS = 18;

  UsageBatchSerializer() {
    super(UsageBatch.class);
  }

  /** The house's codec, with this way to write batches. */
  static MessageCodec codec() {
    return MessageCodec.create(new SimpleModule().addSerializer(new UsageBatchSerializer()));
  }

  @Override
  public void serialize(UsageBatch batch, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    InstantText time = new InstantText();
    json.writeStartObject();
    json.writeNumberField("version", batch.version());
    json.writeStringField("batchId", batch.batchId().toString());
    json.writeStringField("tenant", batch.tenant().value());
    json.writeFieldName("postedAt");
    time.write(batch.postedAt(), json);
    provider.defaultSerializeField("dimensions", batch.dimensions(), json);
    if (!batch.tags().isEmpty()) {
      provider.defaultSerializeField("tags", batch.tags(), json);
    }
    if (!batch.resources().isEmpty()) {
      provider.defaultSerializeField("resources", batch.resources(), json);
    }
    json.writeArrayFieldStart("facts");
    for (UsageFact fact : batch.facts()) {
      write(fact, time, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(UsageFact fact, InstantText time, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("d", fact.dimensions());
    json.writeFieldName("t");
    time.write(fact.time(), json);
    json.writeObjectFieldStart("q");
    for (Map.Entry<MeterName, Quantity> entry : fact.quantities().byMeter().entrySet()) {
      json.writeFieldName(entry.getKey().value());
      write(entry.getValue().value(), json);
    }
    json.writeEndObject();
    if (fact.sign() < 0) {
      json.writeNumberField("s", fact.sign());
    }
    if (fact.tags() != null) {
      json.writeNumberField("g", fact.tags());
    }
    if (fact.resource() != null) {
      json.writeNumberField("r", fact.resource());
    }
    json.writeEndObject();
  }

  private static void write(BigDecimal value, JsonGenerator json) throws IOException {
    if (value.scale() == 0 && value.precision() <= LONG_DIGITS) {
      json.writeNumber(value.longValue());
    } else {
      json.writeNumber(value);
    }
  }
}
