package io.ledgerline.ingest.ledger;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Reads back what an inlet recorded. */
public interface RecordedEvents {
  /**
   * Which events; null means any, but for the source.
   *
   * @param source who said it
   * @param from charge time, inclusive
   * @param to charge time, exclusive
   * @param sourceAccount account at the source
   * @param principal who did it, by name or surrogate
   * @param provider who provides the service
   * @param operation what was called
   * @param attribute name and value of an attribute
   * @param scope only of accounts that it covers
   */
  record Wish(
      String source,
      Instant from,
      Instant to,
      String sourceAccount,
      String principal,
      String provider,
      String operation,
      Attribute attribute,
      AccessScope scope) {}

  /** An attribute that an event is to have. */
  record Attribute(String name, String value) {}

  /**
   * A page of events that count, in the order of posting. It may hold fewer than the limit, even
   * none, and still lead on.
   *
   * @param descending the last posted first
   */
  Uni<Page<RecordedEvent>> page(
      TenantId tenant, Wish wish, boolean descending, Cursor cursor, Limit limit);
}
