package io.ledgerline.report.directory.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.directory.store.SourceState;
import java.time.Instant;

/**
 * A source of the directory.
 *
 * @param name as an import or a body names it; by SCIM the name of the key
 * @param door {@code rest}, {@code csv} or {@code scim}
 * @param lastSyncAt when it was heard last
 * @param ageSeconds how long ago that is
 * @param expectedEverySeconds how often it is expected; absent for never
 * @param stale whether it should have been heard since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceView(
    String name,
    String door,
    Instant lastSyncAt,
    long ageSeconds,
    Long expectedEverySeconds,
    boolean stale) {
  static SourceView of(SourceState state, Instant now) {
    return new SourceView(
        state.source().name(),
        state.source().door(),
        state.source().lastSyncAt(),
        state.source().age(now).toSeconds(),
        state.expectedEvery() == null ? null : state.expectedEvery().toSeconds(),
        state.isStale(now));
  }
}
