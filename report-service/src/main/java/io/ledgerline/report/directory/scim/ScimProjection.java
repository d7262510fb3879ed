package io.ledgerline.report.directory.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Which attributes of resources a client wants. */
public final class ScimProjection {
  /** Everything. */
  public static final ScimProjection WHOLE = new ScimProjection(List.of(), List.of());

  private static final Set<String> ALWAYS = Set.of("schemas", "id");
  private static final int MOST = 100;

  private final List<Wanted> only;
  private final List<Wanted> without;

  /** A path: the object that holds the attribute, the attribute, and its part. */
  private record Wanted(String extension, String attribute, String part) {}

  private ScimProjection(List<Wanted> only, List<Wanted> without) {
    this.only = only;
    this.without = without;
  }

  /**
   * Reads the two parameters.
   *
   * @param attributes names with commas between them, those alone are wanted; null for all
   * @param excluded names with commas between them, those are not wanted; null for none
   * @throws ScimFault when both are given, or name too many
   */
  public static ScimProjection of(ScimType type, String attributes, String excluded) {
    boolean some = attributes != null && !attributes.isBlank();
    boolean others = excluded != null && !excluded.isBlank();
    if (some && others) {
      throw new ScimFault(
          ScimFault.Kind.INVALID_VALUE,
          "'attributes' and 'excludedAttributes' exclude each other.");
    }
    return new ScimProjection(
        some ? wanted(type, attributes) : List.of(), others ? wanted(type, excluded) : List.of());
  }

  private static List<Wanted> wanted(ScimType type, String names) {
    List<String> paths = Arrays.stream(names.split(",", -1)).map(String::strip).toList();
    if (paths.size() > MOST) {
      throw new ScimFault(ScimFault.Kind.INVALID_VALUE, "At most " + MOST + " are named.");
    }
    List<Wanted> wanted = new ArrayList<>();
    for (String path : paths) {
      type.extension(path).ifPresent(whole -> wanted.add(new Wanted(whole.id(), null, null)));
      // What no schema knows is never there.
      type.find(path)
          .ifPresent(
              target ->
                  wanted.add(
                      new Wanted(
                          target.extension(),
                          target.attribute().name(),
                          target.part() == null ? null : target.part().name())));
    }
    // A name that means nothing still means that not everything is wanted.
    wanted.add(new Wanted(null, "id", null));
    return wanted;
  }

  /** What is left of a resource. */
  public ObjectNode of(ObjectNode resource) {
    if (!only.isEmpty()) {
      return kept(resource);
    }
    ObjectNode left = resource.deepCopy();
    without.forEach(one -> drop(left, one));
    return left;
  }

  /** Whether an attribute of the resource itself may be asked for at all. */
  public boolean shows(String attribute) {
    boolean hidden =
        without.stream().anyMatch(one -> attribute.equals(one.attribute()) && one.part() == null);
    boolean asked =
        only.isEmpty() || only.stream().anyMatch(one -> attribute.equals(one.attribute()));
    return asked && !hidden;
  }

  private ObjectNode kept(ObjectNode resource) {
    ObjectNode kept = resource.objectNode();
    ALWAYS.forEach(
        name -> {
          if (resource.has(name)) {
            kept.set(name, resource.get(name));
          }
        });
    for (Wanted one : only) {
      if (one.attribute() == null) {
        copy(resource, kept, one.extension());
      } else if (one.extension() == null) {
        copy(resource, kept, one);
      } else if (resource.get(one.extension()) instanceof ObjectNode from) {
        copy(from, kept.withObjectProperty(one.extension()), one);
      }
    }
    return kept;
  }

  private static void copy(ObjectNode from, ObjectNode to, String name) {
    if (from.has(name)) {
      to.set(name, from.get(name).deepCopy());
    }
  }

  private static void copy(ObjectNode from, ObjectNode to, Wanted one) {
    JsonNode value = from.get(one.attribute());
    if (one.part() == null) {
      copy(from, to, one.attribute());
    } else if (value instanceof ObjectNode object && object.has(one.part())) {
      to.withObjectProperty(one.attribute()).set(one.part(), object.get(one.part()));
    } else if (value instanceof ArrayNode list) {
      parts(list, to.withArrayProperty(one.attribute()), one.part());
    }
  }

  private static void parts(ArrayNode from, ArrayNode to, String part) {
    for (int i = 0; i < from.size(); i++) {
      ObjectNode element =
          to.size() > i && to.get(i) instanceof ObjectNode there ? there : to.addObject();
      if (from.get(i).has(part)) {
        element.set(part, from.get(i).get(part));
      }
    }
  }

  private static void drop(ObjectNode resource, Wanted one) {
    if (one.attribute() == null) {
      resource.remove(one.extension());
      return;
    }
    JsonNode holder = one.extension() == null ? resource : resource.get(one.extension());
    if (!(holder instanceof ObjectNode object) || ALWAYS.contains(one.attribute())) {
      return;
    }
    if (one.part() == null) {
      object.remove(one.attribute());
    } else if (object.get(one.attribute()) instanceof ObjectNode inner) {
      inner.remove(one.part());
    } else if (object.get(one.attribute()) instanceof ArrayNode list) {
      list.forEach(
          element -> {
            if (element instanceof ObjectNode inner) {
              inner.remove(one.part());
            }
          });
    }
  }
}
