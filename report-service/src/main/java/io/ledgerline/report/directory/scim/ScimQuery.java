package io.ledgerline.report.directory.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a client asks of a list.
 *
 * @param filter which resources; null for all
 * @param sortBy by which attribute they are sorted; null for the list's own order
 * @param descending whether the largest comes first
 * @param startIndex the first one's place, from 1
 * @param count most that are told
 * @param projection which attributes of them
 */
public record ScimQuery(
    ScimFilter filter,
    ScimTarget sortBy,
    boolean descending,
    int startIndex,
    int count,
    ScimProjection projection) {
  /** Most resources that one answer tells. */
  public static final int MAX_COUNT = 1000;

  private static final int DEFAULT_COUNT = 100;

  /** Checks that the projection is there. */
  public ScimQuery {
    Objects.requireNonNull(projection, "projection");
  }

  /**
   * What a client sent; each may be null.
   *
   * @param filter as text
   * @param attributes names with commas between them
   * @param excludedAttributes likewise
   * @param sortBy a path
   * @param sortOrder {@code ascending} or {@code descending}
   * @param startIndex a number
   * @param count a number
   */
  public record Asked(
      String filter,
      String attributes,
      String excludedAttributes,
      String sortBy,
      String sortOrder,
      String startIndex,
      String count) {
    /**
     * Reads it for a type of resources.
     *
     * @throws ScimFault when a rule is broken
     */
    public ScimQuery of(ScimType type) {
      return new ScimQuery(
          filter == null || filter.isBlank() ? null : FilterParser.parse(filter, type),
          sortBy == null || sortBy.isBlank() ? null : FilterParser.path(sortBy, type),
          "descending".equalsIgnoreCase(sortOrder),
          Math.max(1, number("startIndex", startIndex, 1)),
          Math.clamp(number("count", count, DEFAULT_COUNT), 0, MAX_COUNT),
          ScimProjection.of(type, attributes, excludedAttributes));
    }

    private static int number(String name, String text, int otherwise) {
      if (text == null || text.isBlank()) {
        return otherwise;
      }
      if (!text.strip().matches("-?\\d{1,9}")) {
        throw new ScimFault(ScimFault.Kind.INVALID_VALUE, "'" + name + "' is a whole number.");
      }
      return Integer.parseInt(text.strip());
    }
  }

  /** Those that the filter matches, sorted. */
  public List<ObjectNode> select(List<ObjectNode> resources) {
    List<ObjectNode> found =
        filter == null ? resources : resources.stream().filter(filter::matches).toList();
    return sortBy == null ? found : found.stream().sorted(order()).toList();
  }

  /** Those of the selected that are told. */
  public List<ObjectNode> page(List<ObjectNode> selected) {
    int from = Math.min(startIndex - 1, selected.size());
    int to = (int) Math.min((long) from + count, selected.size());
    return selected.subList(from, to);
  }

  private Comparator<ObjectNode> order() {
    Comparator<String> texts = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return Comparator.comparing(this::key, Comparator.nullsLast(texts));
  }

  private String key(ObjectNode resource) {
    List<JsonNode> values = sortBy.values(resource);
    if (values.isEmpty()) {
      return null;
    }
    String text = values.getFirst().asText();
    return sortBy.compared().traits().caseExact() ? text : text.toLowerCase(Locale.ROOT);
  }
}
