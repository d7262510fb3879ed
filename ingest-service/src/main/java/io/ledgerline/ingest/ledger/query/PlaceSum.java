package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.SortedMap;

/**
 * What was used in a place by somebody.
 *
 * @param workspace absent where usage named none, like the next three
 * @param project a project of the workspace
 * @param principal who did it, by name; absent for erased people too
 * @param principalId who did it, by surrogate
 * @param meters by meter, sorted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record PlaceSum(
    String workspace,
    String project,
    String principal,
    String principalId,
    SortedMap<String, OfMeter> meters) {
  /**
   * What was used of a meter.
   *
   * @param sum plain decimal
   * @param first charge time of the first event that used some
   * @param last charge time of the last one
   */
  @RegisterForReflection
  record OfMeter(String sum, Instant first, Instant last) {}
}
