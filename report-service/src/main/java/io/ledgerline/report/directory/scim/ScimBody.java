package io.ledgerline.report.directory.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Reads what clients send as the schemas have it: names in the schema's case of letters, values of
 * the attribute's type, lists as lists. What no schema knows and what only the service says is left
 * out.
 */
final class ScimBody {
  private static final int LONGEST = 8192;
  private static final int MOST_VALUES = 100_000;
  private static final String VALUE = "value";

  private ScimBody() {}

  /** A resource that is given whole. */
  static ObjectNode resource(ScimType type, JsonNode body) {
    if (body == null || !body.isObject()) {
      throw new ScimFault(ScimFault.Kind.INVALID_SYNTAX, "The body is a JSON object.");
    }
    ObjectNode canonical = object(type.attributes(), body);
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      type.extension(field.getKey())
          .filter(extension -> field.getValue().isObject())
          .ifPresent(
              extension -> {
                ObjectNode inner = object(extension.attributes(), field.getValue());
                if (!inner.isEmpty()) {
                  canonical.set(extension.id(), inner);
                }
              });
    }
    return canonical;
  }

  private static ObjectNode object(List<ScimAttribute> attributes, JsonNode body) {
    ObjectNode canonical = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      ScimAttribute.named(attributes, field.getKey())
          .filter(attribute -> !attribute.isReadOnly())
          .ifPresent(
              attribute -> {
                JsonNode value = value(attribute, field.getValue());
                if (value != null) {
                  canonical.set(attribute.name(), value);
                }
              });
    }
    return canonical;
  }

  /** The value of an attribute; null for none. */
  static JsonNode value(ScimAttribute attribute, JsonNode value) {
    if (!attribute.multiValued()) {
      return element(attribute, value);
    }
    if (value == null || value.isNull()) {
      return null;
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (value.isArray()) {
      if (value.size() > MOST_VALUES) {
        throw fault(attribute, "has at most " + MOST_VALUES + " values");
      }
      value.forEach(one -> add(list, element(attribute, one)));
    } else {
      add(list, element(attribute, value));
    }
    return list.isEmpty() ? null : list;
  }

  private static void add(ArrayNode list, JsonNode element) {
    if (element != null) {
      list.add(element);
    }
  }

  /** One value of an attribute; null for none. */
  static JsonNode element(ScimAttribute attribute, JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    return switch (attribute.type()) {
      case COMPLEX -> complex(attribute, value);
      case BOOLEAN -> flag(attribute, value);
      case DATE_TIME -> time(attribute, value);
      default -> text(attribute, value);
    };
  }

  private static JsonNode complex(ScimAttribute attribute, JsonNode value) {
    if (value.isObject()) {
      ObjectNode object = object(attribute.sub(), value);
      return object.isEmpty() ? null : object;
    }
    // Some clients send the value alone.
    ScimAttribute inner =
        attribute
            .part(VALUE)
            .filter(part -> value.isTextual())
            .orElseThrow(() -> fault(attribute, "has parts: it is a JSON object"));
    JsonNode text = text(inner, value);
    return text == null ? null : JsonNodeFactory.instance.objectNode().set(VALUE, text);
  }

  private static JsonNode flag(ScimAttribute attribute, JsonNode value) {
    if (value.isBoolean()) {
      return value;
    }
    String text = value.isTextual() ? value.asText().strip() : "";
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return BooleanNode.valueOf(text.equalsIgnoreCase("true"));
    }
    throw fault(attribute, "is true or false");
  }

  private static JsonNode time(ScimAttribute attribute, JsonNode value) {
    JsonNode text = text(attribute, value);
    try {
      return text == null
          ? null
          : TextNode.valueOf(OffsetDateTime.parse(text.asText()).toInstant().toString());
    } catch (DateTimeException e) {
      throw fault(attribute, "is a time such as 2026-01-31T00:00:00Z");
    }
  }

  /** Text, and what other JSON says as text; null when it is empty. */
  private static JsonNode text(ScimAttribute attribute, JsonNode value) {
    if (value.isContainerNode()) {
      throw fault(attribute, "is a text");
    }
    String text = value.asText();
    if (text.length() > LONGEST) {
      throw fault(attribute, "has at most " + LONGEST + " characters");
    }
    for (int i = 0; i < text.length(); i++) {
      if (isNoText(text, i)) {
        throw fault(attribute, "has a character that is not text");
      }
    }
    return text.isEmpty() ? null : TextNode.valueOf(text);
  }

  private static boolean isNoText(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c < ' ' && c != '\n' && c != '\r' && c != '\t';
  }

  private static ScimFault fault(ScimAttribute attribute, String rule) {
    return new ScimFault(ScimFault.Kind.INVALID_VALUE, "'" + attribute.name() + "' " + rule + ".");
  }
}
