package io.ledgerline.report.directory.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What single operations of a patch do to a resource. */
final class PatchEdits {
  private static final String VALUE = "value";
  private static final String PRIMARY = "primary";

  private final ObjectNode resource;

  PatchEdits(ObjectNode resource) {
    this.resource = resource;
  }

  /** Adds, or puts in place of what is there. */
  void set(ScimTarget target, JsonNode value, boolean replace) {
    if (value == null || value.isNull()) {
      if (!replace) {
        throw new ScimFault(ScimFault.Kind.INVALID_VALUE, "An addition needs a 'value'.");
      }
      remove(target, null);
    } else if (target.filter() != null || target.part() != null) {
      setWithin(target, value, replace);
    } else if (target.attribute().multiValued()) {
      setList(target, value, replace);
    } else {
      setSingle(target, value);
    }
  }

  private void setSingle(ScimTarget target, JsonNode value) {
    ScimAttribute attribute = target.attribute();
    JsonNode fresh = ScimBody.value(attribute, value);
    ObjectNode holder = holder(target);
    if (fresh == null) {
      holder.remove(attribute.name());
    } else if (fresh.isObject() && holder.get(attribute.name()) instanceof ObjectNode there) {
      there.setAll((ObjectNode) fresh);
    } else {
      holder.set(attribute.name(), fresh);
    }
  }

  private void setList(ScimTarget target, JsonNode value, boolean replace) {
    ObjectNode holder = holder(target);
    String name = target.attribute().name();
    JsonNode fresh = ScimBody.value(target.attribute(), value);
    if (replace) {
      if (fresh == null) {
        holder.remove(name);
      } else {
        holder.set(name, fresh);
      }
    } else if (fresh != null) {
      ArrayNode list = holder.withArrayProperty(name);
      Set<JsonNode> there = new HashSet<>();
      list.forEach(element -> there.add(identity(element)));
      for (JsonNode element : fresh) {
        if (there.add(identity(element))) {
          list.add(element);
          keepOnePrimary(list, element);
        }
      }
    }
  }

  private void setWithin(ScimTarget target, JsonNode value, boolean replace) {
    ScimAttribute attribute = target.attribute();
    if (!attribute.multiValued()) {
      setPart(holder(target).withObjectProperty(attribute.name()), target.part(), value);
      return;
    }
    ArrayNode list = holder(target).withArrayProperty(attribute.name());
    List<JsonNode> matching = target.elements(resource);
    if (matching.isEmpty()) {
      ObjectNode made = made(target.filter());
      list.add(made);
      matching = List.of(made);
    }
    for (JsonNode element : matching) {
      if (!(element instanceof ObjectNode object)) {
        throw new ScimFault(ScimFault.Kind.INVALID_PATH, "The values have no parts.");
      }
      if (target.part() != null) {
        setPart(object, target.part(), value);
      } else {
        JsonNode whole = ScimBody.element(attribute, value);
        if (whole instanceof ObjectNode fresh) {
          if (replace) {
            object.removeAll();
          }
          object.setAll(fresh);
        }
      }
      keepOnePrimary(list, object);
    }
  }

  private static void setPart(ObjectNode object, ScimAttribute part, JsonNode value) {
    JsonNode fresh = ScimBody.value(part, value);
    if (fresh == null) {
      object.remove(part.name());
    } else {
      object.set(part.name(), fresh);
    }
  }

  /** An element that fulfils a condition which says what its parts equal. */
  private static ObjectNode made(ScimFilter filter) {
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    if (filter != null && !makes(made, filter)) {
      throw new ScimFault(ScimFault.Kind.NO_TARGET, "The path matches no value.");
    }
    return made;
  }

  private static boolean makes(ObjectNode made, ScimFilter filter) {
    return switch (filter) {
      case ScimFilter.All all -> all.parts().stream().allMatch(part -> makes(made, part));
      case ScimFilter.Compare(ScimTarget target, ScimOperator operator, ScimOperand operand)
          when operator == ScimOperator.EQ && target.part() == null ->
          switch (operand) {
            case ScimOperand.Text(String text, boolean exact) -> {
              made.set(target.attribute().name(), TextNode.valueOf(text));
              yield true;
            }
            case ScimOperand.Flag(boolean flag) -> {
              made.set(target.attribute().name(), BooleanNode.valueOf(flag));
              yield true;
            }
            case ScimOperand.Time time -> false;
            case null -> false;
          };
      default -> false;
    };
  }

  /** Takes away. */
  void remove(ScimTarget target, JsonNode value) {
    ObjectNode holder = target.extension() == null ? resource : inner(target.extension());
    if (holder == null) {
      return;
    }
    ScimAttribute attribute = target.attribute();
    if (target.part() != null) {
      target.elements(resource).stream()
          .filter(ObjectNode.class::isInstance)
          .forEach(element -> ((ObjectNode) element).remove(target.part().name()));
    } else if (attribute.multiValued() && (target.filter() != null || isThere(value))) {
      removeElements(holder, target, value);
    } else {
      holder.remove(attribute.name());
    }
    if (holder.isEmpty() && target.extension() != null) {
      resource.remove(target.extension());
    }
  }

  private void removeElements(ObjectNode holder, ScimTarget target, JsonNode value) {
    String name = target.attribute().name();
    if (!(holder.get(name) instanceof ArrayNode list)) {
      return;
    }
    Set<JsonNode> doomed = new HashSet<>();
    if (target.filter() != null) {
      doomed.addAll(target.elements(resource));
    } else {
      Set<JsonNode> values = new HashSet<>();
      JsonNode listed = ScimBody.value(target.attribute(), value);
      if (listed != null) {
        listed.forEach(element -> values.add(identity(element)));
      }
      list.forEach(
          element -> {
            if (values.contains(identity(element))) {
              doomed.add(element);
            }
          });
    }
    List<JsonNode> kept = new ArrayList<>();
    list.forEach(
        element -> {
          if (!doomed.contains(element)) {
            kept.add(element);
          }
        });
    if (kept.isEmpty()) {
      holder.remove(name);
    } else {
      list.removeAll();
      list.addAll(kept);
    }
  }

  /** Takes all away that a schema says. */
  void removeExtension(String urn) {
    resource.remove(urn);
  }

  private static boolean isThere(JsonNode value) {
    return value != null && !value.isNull();
  }

  /** By what two values of a list are the same. */
  private static JsonNode identity(JsonNode element) {
    JsonNode value = element.isObject() ? element.get(VALUE) : null;
    return value == null ? element : value;
  }

  private static void keepOnePrimary(ArrayNode list, JsonNode primary) {
    if (primary.path(PRIMARY).asBoolean(false)) {
      for (JsonNode other : list) {
        if (other != primary && other instanceof ObjectNode object && object.has(PRIMARY)) {
          object.put(PRIMARY, false);
        }
      }
    }
  }

  private ObjectNode holder(ScimTarget target) {
    return target.extension() == null ? resource : resource.withObjectProperty(target.extension());
  }

  private ObjectNode inner(String extension) {
    return resource.get(extension) instanceof ObjectNode object ? object : null;
  }
}
