package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.SortedMap;

/**
 * How much usage there is.
 *
 * @param watermark highest seal number that was counted
 * @param rows how many rows of the ledger
 * @param events how many events: rows that add less rows that take back
 * @param quantities signed sums by meter, plain decimals
 * @param groups the same by what was asked for, sorted; absent when nothing was
 */
@RegisterForReflection(targets = {UsageCount.class, UsageCount.Group.class})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsageCount(
    long watermark,
    long rows,
    long events,
    SortedMap<String, String> quantities,
    List<Group> groups) {
  /**
   * A part of it.
   *
   * @param key the word, the surrogate or the day (UTC) that is common to it; empty for rows
   *     without
   * @param name a principal's name; absent when it is no principal or was erased
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Group(
      String key, String name, long rows, long events, SortedMap<String, String> quantities) {}
}
