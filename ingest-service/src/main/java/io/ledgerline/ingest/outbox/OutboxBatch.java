package io.ledgerline.ingest.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A batch on its way to the rollups.
 *
 * @param batchId which
 * @param events how many rows it has
 * @param minTime charge time of its first row
 * @param maxTime charge time of its last row
 * @param postedAt when it was posted
 * @param sealNo its seal number; absent while it is not sealed
 * @param attempts how often it was published since it was posted or asked for again
 * @param publishDueAt when the relay sees to it; absent when nothing is to be done
 * @param publishedAt when the broker first had it
 * @param confirmedAt when report-service had it in its rollups
 * @param deadLetteredAt when report-service put it aside
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutboxBatch(
    UUID batchId,
    int events,
    Instant minTime,
    Instant maxTime,
    Instant postedAt,
    Long sealNo,
    int attempts,
    Instant publishDueAt,
    Instant publishedAt,
    Instant confirmedAt,
    Instant deadLetteredAt) {}
