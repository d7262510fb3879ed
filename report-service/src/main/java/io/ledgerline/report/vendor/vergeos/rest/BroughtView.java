package io.ledgerline.report.vendor.vergeos.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerline.platform.problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of records that were brought.
 *
 * @param results one for each, in the order sent
 * @param counts how many had which status
 */
public record BroughtView(List<Result> results, Map<String, Long> counts) {
  /**
   * What became of one.
   *
   * @param key its number; null when it has none
   * @param status recorded, duplicate, conflict or rejected
   * @param reason why; null for the first two
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Result(@JsonProperty("$key") Long key, String status, FieldError reason) {}

  static BroughtView of(List<Result> results) {
    Map<String, Long> counts = new TreeMap<>();
    results.forEach(result -> counts.merge(result.status(), 1L, Long::sum));
    return new BroughtView(results, counts);
  }
}
