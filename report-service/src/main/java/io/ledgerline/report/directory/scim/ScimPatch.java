package io.ledgerline.report.directory.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Changes a resource as a PATCH says (RFC 7644, 3.5.2). Identity providers write such requests in
 * ways of their own, which are understood: names of operations and attributes in any case of
 * letters, paths as names of fields when no path is given, {@code "False"} for {@code false}, a
 * removal that lists the values to remove.
 */
public final class ScimPatch {
  /** The URN of a patch's message. */
  public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

  private static final int MOST_OPERATIONS = 1000;

  private final ScimType type;
  private final PatchEdits edits;

  private ScimPatch(ScimType type, ObjectNode resource) {
    this.type = type;
    this.edits = new PatchEdits(resource);
  }

  /**
   * Applies a request.
   *
   * @param resource what clients may change of it, as {@link ScimUsers} or {@link ScimGroups} tell
   *     it; is left as it was
   * @return the resource as it becomes
   * @throws ScimFault when a rule is broken
   */
  public static ObjectNode apply(ScimType type, ObjectNode resource, JsonNode request) {
    JsonNode operations = field(request, "Operations");
    if (operations == null || !operations.isArray() || operations.isEmpty()) {
      throw syntax("A patch has a list 'Operations' with at least one operation.");
    }
    if (operations.size() > MOST_OPERATIONS) {
      throw new ScimFault(
          ScimFault.Kind.TOO_MANY, "A patch has at most " + MOST_OPERATIONS + " operations.");
    }
    ObjectNode changed = resource.deepCopy();
    ScimPatch patch = new ScimPatch(type, changed);
    operations.forEach(patch::operation);
    return changed;
  }

  private void operation(JsonNode operation) {
    JsonNode verb = field(operation, "op");
    JsonNode path = field(operation, "path");
    JsonNode value = field(operation, "value");
    if (verb == null || !verb.isTextual()) {
      throw syntax("An operation names what it does in 'op'.");
    }
    if (path != null && !path.isNull() && !path.isTextual()) {
      throw new ScimFault(ScimFault.Kind.INVALID_PATH, "'path' is a text.");
    }
    String where = path == null || path.isNull() ? "" : path.asText().strip();
    switch (verb.asText().toLowerCase(Locale.ROOT)) {
      case "add" -> set(where, value, false);
      case "replace" -> set(where, value, true);
      case "remove" -> remove(where, value);
      default -> throw syntax("'op' is add, replace or remove.");
    }
  }

  private void set(String path, JsonNode value, boolean replace) {
    if (path.isEmpty()) {
      setFields(null, requireObject(value), replace);
      return;
    }
    Optional<ScimSchema> extension = type.extension(path);
    if (extension.isPresent()) {
      setFields(extension.get(), requireObject(value), replace);
      return;
    }
    ScimTarget target = FilterParser.path(path, type);
    requireWritable(target, path);
    edits.set(target, value, replace);
  }

  /** Each field as if it were a path; what no schema knows or nobody may write is passed over. */
  private void setFields(ScimSchema extension, JsonNode value, boolean replace) {
    String prefix = extension == null ? "" : extension.id() + ":";
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      Optional<ScimSchema> whole =
          extension == null ? type.extension(field.getKey()) : Optional.empty();
      if (whole.isPresent() && field.getValue().isObject()) {
        setFields(whole.get(), field.getValue(), replace);
      } else {
        known(prefix + field.getKey())
            .filter(target -> !isReadOnly(target))
            .ifPresent(target -> edits.set(target, field.getValue(), replace));
      }
    }
  }

  private Optional<ScimTarget> known(String path) {
    try {
      return Optional.of(FilterParser.path(path, type));
    } catch (ScimFault unknown) {
      return Optional.empty();
    }
  }

  private void remove(String path, JsonNode value) {
    if (path.isEmpty()) {
      throw new ScimFault(ScimFault.Kind.NO_TARGET, "A removal needs a 'path'.");
    }
    Optional<ScimSchema> extension = type.extension(path);
    if (extension.isPresent()) {
      edits.removeExtension(extension.get().id());
      return;
    }
    ScimTarget target = FilterParser.path(path, type);
    requireWritable(target, path);
    edits.remove(target, value);
  }

  private static void requireWritable(ScimTarget target, String path) {
    if (isReadOnly(target)) {
      throw new ScimFault(ScimFault.Kind.MUTABILITY, "'" + path + "' is told, not changed.");
    }
  }

  private static boolean isReadOnly(ScimTarget target) {
    return target.attribute().isReadOnly() || target.part() != null && target.part().isReadOnly();
  }

  private static JsonNode requireObject(JsonNode value) {
    if (value == null || !value.isObject()) {
      throw new ScimFault(
          ScimFault.Kind.INVALID_VALUE,
          "Without a path to one attribute, 'value' is an object of attributes.");
    }
    return value;
  }

  /** A field of a message, in any case of letters; null when it is not there. */
  static JsonNode field(JsonNode message, String name) {
    if (message == null || !message.isObject()) {
      throw syntax("The message and each operation in it are JSON objects.");
    }
    for (Map.Entry<String, JsonNode> field : message.properties()) {
      if (field.getKey().equalsIgnoreCase(name)) {
        return field.getValue();
      }
    }
    return null;
  }

  private static ScimFault syntax(String detail) {
    return new ScimFault(ScimFault.Kind.INVALID_SYNTAX, detail);
  }
}
