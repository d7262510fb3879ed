package io.ledgerline.report.directory.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a path leads to.
 *
 * @param extension URN of the object that holds the attribute; null for the resource itself
 * @param attribute the attribute
 * @param filter which of its values; null for all
 * @param part the attribute of these values; null for the values themselves
 */
public record ScimTarget(
    String extension, ScimAttribute attribute, ScimFilter filter, ScimAttribute part) {
  private static final String VALUE = "value";

  /** The same for those values only that {@code narrower} matches. */
  ScimTarget with(ScimFilter narrower) {
    return new ScimTarget(extension, attribute, narrower, part);
  }

  /** The same, one step further. */
  ScimTarget with(ScimAttribute further) {
    return new ScimTarget(extension, attribute, filter, further);
  }

  /** What is compared: the part, the value of a complex attribute, or the attribute. */
  public ScimAttribute compared() {
    if (part != null) {
      return part;
    }
    return attribute.part(VALUE).orElse(attribute);
  }

  /** The values that are compared, of a resource or, within brackets, of an element. */
  List<JsonNode> values(JsonNode holder) {
    List<JsonNode> values = new ArrayList<>();
    for (JsonNode element : elements(holder)) {
      JsonNode value = element;
      String inner = part == null ? null : part.name();
      if (inner == null && element.isObject()) {
        inner = attribute.part(VALUE).map(ScimAttribute::name).orElse(null);
      }
      if (inner != null) {
        value = element.get(inner);
      }
      if (value != null && !value.isNull()) {
        values.add(value);
      }
    }
    return values;
  }

  /** The elements of the attribute that the filter, if any, matches. */
  List<JsonNode> elements(JsonNode holder) {
    JsonNode object = extension == null ? holder : holder.get(extension);
    JsonNode value =
        Optional.ofNullable(object)
            .map(found -> found.isObject() ? found.get(attribute.name()) : found)
            .orElse(null);
    if (value == null || value.isNull()) {
      return List.of();
    }
    List<JsonNode> elements = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(elements::add);
    } else {
      elements.add(value);
    }
    if (filter != null) {
      elements.removeIf(element -> !filter.matches(element));
    }
    return elements;
  }
}
