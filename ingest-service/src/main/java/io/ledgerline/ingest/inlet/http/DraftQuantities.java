package io.ledgerline.ingest.inlet.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** Collects the quantities of one event after the other. */
final class DraftQuantities {
  private final Vocabulary vocabulary;
  private final Faults faults;
  private final MeterName[] meters = new MeterName[Quantities.MAX_METERS];
  private final Quantity[] quantities = new Quantity[Quantities.MAX_METERS];
  private int count;

  DraftQuantities(Vocabulary vocabulary, Faults faults) {
    this.vocabulary = vocabulary;
    this.faults = faults;
  }

  void clear() {
    count = 0;
  }

  /** Takes the value that the parser stands at. */
  void take(JsonParser parser) throws IOException {
    if (!faults.entersObject("quantities", parser)) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String meter = parser.currentName();
      parser.nextToken();
      try {
        Quantity quantity = QuantityReader.read(parser);
        add(vocabulary.meter(meter), quantity);
      } catch (InvalidValueException e) {
        faults.add(path(meter), e.code(), e.detail());
      }
    }
  }

  /**
   * What was taken.
   *
   * @throws InvalidValueException {@code missing} when there is none
   */
  Quantities value() {
    return count == 0
        ? Quantities.of(Map.of())
        : Quantities.of(Arrays.copyOf(meters, count), Arrays.copyOf(quantities, count));
  }

  private void add(MeterName meter, Quantity quantity) {
    for (int i = 0; i < count; i++) {
      if (meters[i].equals(meter)) {
        String path = path(meter.value());
        faults.add(path, "repeated-field", "'" + path + "' is given twice.");
        return;
      }
    }
    if (count == Quantities.MAX_METERS) {
      faults.add(
          "quantities",
          "too-many-meters",
          "An event carries at most " + Quantities.MAX_METERS + " meters.");
      return;
    }
    meters[count] = meter;
    quantities[count++] = quantity;
  }

  private static String path(String meter) {
    return "quantities." + Paths.shown(meter);
  }
}
