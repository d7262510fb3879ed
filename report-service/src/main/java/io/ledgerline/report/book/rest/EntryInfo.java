package io.ledgerline.report.book.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.book.Entry;
import java.time.Instant;
import java.util.UUID;

/**
 * What every entry shows beside its key and value; views hold it {@code @JsonUnwrapped}.
 *
 * @param id its identity
 * @param withdrawn whether it takes back instead of laying down
 * @param validFrom inclusive
 * @param validTo exclusive; absent for open
 * @param knownSince when the system learnt it
 * @param source where it was read
 * @param enteredBy who brought it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryInfo(
    UUID id,
    boolean withdrawn,
    Instant validFrom,
    Instant validTo,
    Instant knownSince,
    String source,
    String enteredBy) {
  /** Of an entry. */
  public static EntryInfo of(Entry<?, ?> entry) {
    return new EntryInfo(
        entry.id(),
        entry.isWithdrawal(),
        entry.validity().from(),
        entry.validity().to(),
        entry.knownSince(),
        entry.by().source(),
        entry.by().enteredBy());
  }
}
