package io.ledgerline.ingest.ledger.retention.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.contracts.usage.UsageEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A row of the ledger with all its words, as an archive has it.
 *
 * @param position place in its batch, from 0
 * @param time charge time
 * @param timeless true when the event came without a time, so that its charge time is no part of
 *     what it says; absent otherwise
 * @param source who said it
 * @param id the source's own id
 * @param sign 1 when it adds, -1 when it takes back
 * @param sourceAccount where it came from
 * @param principal surrogate of who did it; absent when nobody was named
 * @param workspace absent when there is none
 * @param project absent when there is none
 * @param provider absent when there is none
 * @param model absent when there is none
 * @param region absent when there is none
 * @param operation absent when there is none
 * @param priceClass what its price depends on besides; absent when nothing
 * @param quantities plain decimals by meter
 * @param tags absent when there are none
 * @param attributes absent when there are none
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RowLine(
    int position,
    Instant time,
    Boolean timeless,
    String source,
    String id,
    int sign,
    String sourceAccount,
    UUID principal,
    String workspace,
    String project,
    String provider,
    String model,
    String region,
    String operation,
    SortedMap<String, String> priceClass,
    Quantities quantities,
    SortedMap<String, String> tags,
    SortedMap<String, String> attributes) {

  /** The same row of an event that came without a time. */
  RowLine withoutTime() {
    return new RowLine(
        position,
        time,
        true,
        source,
        id,
        sign,
        sourceAccount,
        principal,
        workspace,
        project,
        provider,
        model,
        region,
        operation,
        priceClass,
        quantities,
        tags,
        attributes);
  }

  /** What the source had said, but for the name of the principal. */
  public UsageEvent event() {
    return new UsageEvent(
        new EventIdentity(new SourceName(source), id),
        Boolean.TRUE.equals(timeless) ? null : time,
        new Origin(sourceAccount, null, workspace, project),
        new ServiceUse(provider, model, region, operation),
        PriceClass.of(priceClass),
        quantities,
        Labels.of(tags),
        Labels.of(attributes));
  }

  /** The surrogate of its principal; null when nobody was named. */
  public PrincipalId surrogate() {
    return principal == null ? null : new PrincipalId(principal);
  }
}
