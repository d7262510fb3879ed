package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.TenantId;
import java.util.UUID;

/**
 * A correction that a worker may go on with.
 *
 * @param id which
 * @param tenant whose
 * @param selection which events
 * @param watermark nothing that was sealed later is hit
 * @param fence number of this claim; who has an older one may write nothing
 * @param attempts how often it was claimed since it last got on, this time included
 */
record Claim(
    UUID id, TenantId tenant, Selection selection, long watermark, long fence, int attempts) {}
