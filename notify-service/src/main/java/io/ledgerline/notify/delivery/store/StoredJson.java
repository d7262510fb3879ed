package io.ledgerline.notify.delivery.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.notify.channel.Receipt;
import jakarta.inject.Singleton;

/**
 * The JSON texts in our tables. What cannot be read was not written by us: a fault, not an input.
 */
@Singleton
public class StoredJson {
  private final ObjectMapper json;

  StoredJson(ObjectMapper json) {
    this.json = json;
  }

  String write(ReportCompleted report) {
    return text(json.writerFor(ReportCompleted.class), report);
  }

  String write(DeliveryTarget target) {
    return text(json.writerFor(DeliveryTarget.class), target);
  }

  String write(Receipt receipt) {
    return receipt == null ? null : text(json.writerFor(Receipt.class), receipt);
  }

  ReportCompleted report(String text) {
    return read(text, ReportCompleted.class);
  }

  DeliveryTarget target(String text) {
    return read(text, DeliveryTarget.class);
  }

  /** The receipt of a delivery; null when there is none yet. */
  public Receipt receipt(String text) {
    return text == null ? null : read(text, Receipt.class);
  }

  private static String text(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row holds no readable " + type.getSimpleName(), e);
    }
  }
}
