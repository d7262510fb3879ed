package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.ledger.batch.Fact;
import java.util.UUID;

/**
 * An event that may enter the ledger if its identity is new.
 *
 * @param index place in the call
 * @param event as it came
 * @param identity digest of what makes it the same event
 * @param body digest of what it says
 * @param sourceId number of its source
 * @param dimensionSetId number of its dimension set
 * @param fact what its batch's message will say of it; its time is the charge time
 */
record Candidate(
    int index,
    UsageEvent event,
    UUID identity,
    UUID body,
    int sourceId,
    int dimensionSetId,
    Fact fact) {}
