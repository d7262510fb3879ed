package io.ledgerline.report.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A page of lines of a rating.
 *
 * @param items the lines, by cost centre, model and meter
 * @param nextCursor what to send as {@code cursor} for the next page; null on the last
 * @param knownAt the instant whose knowledge the books are of; the same on every page
 * @param usageKeptFrom since when usage is kept, when some of what matters is from before
 * @param <T> what is listed
 */
public record RatingPage<T>(
    List<T> items,
    String nextCursor,
    Instant knownAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant usageKeptFrom) {}
