package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.RecordedEvent;
import io.ledgerline.ingest.ledger.RecordedEvents;
import io.ledgerline.ingest.ledger.seal.Sealer;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads by the listing of usage. */
@ApplicationScoped
class PgRecordedEvents implements RecordedEvents {
  private final Sealer sealer;
  private final UsageListing listing;

  PgRecordedEvents(Sealer sealer, UsageListing listing) {
    this.sealer = sealer;
    this.listing = listing;
  }

  @Override
  public Uni<Page<RecordedEvent>> page(
      TenantId tenant, Wish wish, boolean descending, Cursor cursor, Limit limit) {
    UsageFilter filter =
        new UsageFilter(
            wish.from(),
            wish.to(),
            wish.sourceAccount(),
            wish.principal(),
            null,
            wish.provider(),
            wish.operation(),
            wish.source(),
            null,
            null,
            line -> isAskedFor(wish, line),
            true);
    Uni<Long> watermark =
        cursor == null
            ? sealer.seal().map(mark -> mark.watermark())
            : Uni.createFrom().item(UsageListing.watermark(cursor));
    return watermark
        .chain(
            mark -> listing.page(new BatchGroups(tenant, filter, mark, descending), cursor, limit))
        .map(page -> page.map(PgRecordedEvents::event));
  }

  private static boolean isAskedFor(Wish wish, LedgerLine line) {
    Attribute attribute = wish.attribute();
    return (wish.scope() == null || wish.scope().coversAccount(line.sourceAccount()))
        && (attribute == null || attribute.value().equals(line.attributes().get(attribute.name())));
  }

  private static RecordedEvent event(LedgerLine line) {
    return new RecordedEvent(
        line.time(),
        line.id(),
        line.sourceAccount(),
        line.principal(),
        line.principalId(),
        line.provider(),
        line.model(),
        line.operation(),
        line.quantities(),
        line.attributes(),
        line.sealNo());
  }
}
