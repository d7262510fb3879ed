package io.ledgerline.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.platform.problem.InvalidRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which fields of a resource a caller wants, as a tree: a field without further ones is wanted
 * whole.
 *
 * @param wanted by name; the tree below each
 */
record Fields(SortedMap<String, Fields> wanted) {
  /** The query parameter's name. */
  static final String PARAMETER = "fields";

  private static final int MOST = 100;
  private static final int DEEPEST = 5;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  /**
   * Reads the query parameter.
   *
   * @param text names with commas between them; dots lead to fields of fields
   * @throws InvalidRequest when it is not of that form
   */
  static Fields of(String text) {
    Fields all = new Fields(new TreeMap<>());
    String[] paths = text.split(",", -1);
    if (paths.length > MOST) {
      throw fault("too-many", "'fields' names at most " + MOST + " fields.");
    }
    for (String path : paths) {
      all.add(List.of(path.strip().split("\\.", -1)));
    }
    return all;
  }

  private void add(List<String> path) {
    if (path.size() > DEEPEST || !path.stream().allMatch(name -> NAME.matcher(name).matches())) {
      throw fault("syntax", "'fields' is a list such as id,state,totals.events.");
    }
    Fields at = this;
    for (int i = 0; i < path.size(); i++) {
      boolean isNew = !at.wanted.containsKey(path.get(i));
      at = at.wanted.computeIfAbsent(path.get(i), name -> new Fields(new TreeMap<>()));
      if (!isNew && at.wanted.isEmpty()) {
        // Wanted whole already: its parts say nothing more.
        return;
      }
    }
    at.wanted.clear();
  }

  /**
   * Fails when a name is none of the resource's.
   *
   * @param known the names of the resource's fields
   */
  void check(Collection<String> known) {
    List<String> unknown = new ArrayList<>(wanted.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw fault(
          "unknown-field",
          "There is no field " + unknown.getFirst() + "; there are " + known + ".");
    }
  }

  /** What is left of {@code node}; lists keep their elements, each with what is wanted of it. */
  JsonNode of(JsonNode node) {
    if (wanted.isEmpty()) {
      return node;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode kept = JsonNodeFactory.instance.arrayNode(array.size());
      array.forEach(element -> kept.add(of(element)));
      return kept;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      Fields below = wanted.get(field.getKey());
      if (below != null) {
        kept.set(field.getKey(), below.of(field.getValue()));
      }
    }
    return kept;
  }

  private static InvalidRequest fault(String rule, String detail) {
    return InvalidRequest.field(PARAMETER, rule, detail);
  }
}
