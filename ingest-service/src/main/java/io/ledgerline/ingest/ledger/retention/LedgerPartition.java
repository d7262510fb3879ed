package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.ingest.ledger.retention.archive.ArchiveSummary;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A month of the ledger.
 *
 * @param month which, in UTC
 * @param state how far it is
 * @param rows rows that were committed for it, the caller's tenant's
 * @param bytes on disk with its indexes, all tenants'; for the operator, absent when it is gone
 * @param madeAt when its partition was made
 * @param closingAt when it stopped taking events; absent before
 * @param closedAt when all its batches were sealed and confirmed; absent before
 * @param archivedAt when it lay whole in the object store; absent before
 * @param detachedAt when it left the ledger; absent before
 * @param droppedAt when it went; absent before
 * @param highestSealNo of its batches, noted when it was closed; absent before
 * @param waitingFor code of what is in its way, as last noted; absent when nothing is
 * @param archive its last archive, of all tenants; for the operator, absent when there is none
 * @param holds numbers of the legal holds that stand on it and that the caller sees
 */
@RegisterForReflection
public record LedgerPartition(
    @Schema(examples = "2026-01") String month,
    MonthState state,
    long rows,
    Long bytes,
    Instant madeAt,
    Instant closingAt,
    Instant closedAt,
    Instant archivedAt,
    Instant detachedAt,
    Instant droppedAt,
    Long highestSealNo,
    String waitingFor,
    ArchiveSummary archive,
    List<Long> holds) {}
