package io.ledgerline.ingest.ledger.retention.archive;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A batch as an archive has it; so many rows follow as it has events.
 *
 * @param batch its id
 * @param batchNo its number in the ledger's tables
 * @param tenant whose usage it is
 * @param postedAt posting time
 * @param events how many rows
 * @param accepted what was answered {@code recorded}, by charge quarter hour, source account and
 *     meter
 * @param digest over its rows, hex
 * @param sealNo its place in the chain
 * @param chain the chain's value at that place, hex
 */
@RegisterForReflection
public record BatchLine(
    UUID batch,
    long batchNo,
    String tenant,
    Instant postedAt,
    int events,
    JsonNode accepted,
    String digest,
    long sealNo,
    String chain) {}
