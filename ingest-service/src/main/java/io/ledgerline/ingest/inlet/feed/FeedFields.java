package io.ledgerline.ingest.inlet.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.ingest.inlet.SourceTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of one event of a vendor, each under any of several names: the first that is there
 * counts. Knows which fields were asked for. Not safe for several threads.
 */
public final class FeedFields {
  private static final int MAX_NUMBER = 64;
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final JsonNode object;
  private final Set<String> asked = new HashSet<>();

  /** The fields of a JSON object. */
  public FeedFields(JsonNode object) {
    this.object = object;
  }

  private record Field(String name, JsonNode value) {}

  /**
   * A text, or a whole number as text: identifiers are often numbers. Null when absent or empty.
   */
  public String text(String... names) {
    Field field = find(names);
    if (field == null) {
      return null;
    }
    if (field.value().isTextual() || field.value().isIntegralNumber()) {
      String text = field.value().asText();
      return text.isEmpty() ? null : text;
    }
    throw wrongType(field.name(), "a text");
  }

  /** Whether something is so; it is not when absent. */
  public boolean flag(String... names) {
    Field field = find(names);
    if (field == null) {
      return false;
    }
    String text = field.value().asText();
    if (!text.equals("true") && !text.equals("false")) {
      throw wrongType(field.name(), "true or false");
    }
    return text.equals("true");
  }

  /** A time with a zone; null when absent. */
  public Instant time(String... names) {
    Field field = find(names);
    if (field == null) {
      return null;
    }
    if (!field.value().isTextual()) {
      throw wrongType(field.name(), "a text");
    }
    return SourceTime.parse(field.name(), field.value().textValue());
  }

  /** A quantity, a number or a decimal text; null when absent. */
  public Quantity quantity(String... names) {
    Field field = find(names);
    if (field == null) {
      return null;
    }
    String text = field.value().asText();
    boolean number = field.value().isNumber() || field.value().isTextual();
    if (!number || text.length() > MAX_NUMBER || !DECIMAL.matcher(text).matches()) {
      throw wrongType(field.name(), "a number or a decimal text");
    }
    try {
      return new Quantity(new BigDecimal(text));
    } catch (InvalidValueException e) {
      throw new InvalidValueException(field.name(), e.code(), e.detail());
    } catch (NumberFormatException e) {
      throw new InvalidValueException(
          field.name(), "quantity-out-of-range", "'" + field.name() + "' is out of range.");
    }
  }

  /** How many elements an array has, or a number of them by itself; null when absent. */
  public Long count(String... names) {
    Field field = find(names);
    if (field == null) {
      return null;
    }
    if (field.value().isArray()) {
      return (long) field.value().size();
    }
    if (field.value().isIntegralNumber() && field.value().canConvertToLong()) {
      return field.value().longValue();
    }
    throw wrongType(field.name(), "an array or a whole number");
  }

  /** A text wherever it is one, without judging it; null otherwise. */
  public String glance(List<String> names) {
    for (String name : names) {
      JsonNode value = object.path(name);
      if (value.isTextual() || value.isIntegralNumber()) {
        return value.asText();
      }
    }
    return null;
  }

  /** How many fields nobody has asked for. */
  public long unknown() {
    return object.propertyStream().filter(field -> !asked.contains(field.getKey())).count();
  }

  private Field find(String... names) {
    Field found = null;
    for (String name : names) {
      asked.add(name);
      JsonNode value = object.path(name);
      if (found == null && !value.isMissingNode() && !value.isNull()) {
        found = new Field(name, value);
      }
    }
    return found;
  }

  private static InvalidValueException wrongType(String name, String type) {
    return new InvalidValueException(name, "wrong-type", "'" + name + "' must be " + type + ".");
  }
}
