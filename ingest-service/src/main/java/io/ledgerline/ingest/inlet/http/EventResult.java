package io.ledgerline.ingest.inlet.http;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.Reason;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one event of a call.
 *
 * @param index place in the call, from 0
 * @param source as sent
 * @param id as sent
 * @param status recorded, duplicate, conflict or rejected; in a dry run valid or rejected
 * @param reason why; absent for recorded and duplicate
 */
@RegisterForReflection(targets = {EventResult.class, EventResultSerializer.class, Reason.class})
@JsonSerialize(using = EventResultSerializer.class)
public record EventResult(
    @Schema(examples = "0") int index,
    @Schema(examples = "gateway-eu") String source,
    @Schema(examples = "req-81d3") String id,
    @Schema(enumeration = {"recorded", "duplicate", "conflict", "rejected", "valid"}) String status,
    Reason reason) {
  static EventResult of(int index, ParsedEvent event, Outcome outcome) {
    return new EventResult(
        index,
        event.source(),
        event.id(),
        outcome.status().name().toLowerCase(Locale.ROOT),
        outcome.reason());
  }
}
