package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.usage.Dimensions;
import java.util.UUID;

/**
 * What stands for a kind of event in the database, for ever.
 *
 * @param sourceId number of its source
 * @param dimensions with the principal's surrogate
 * @param dimensionSetId number of its dimension set
 * @param words digest of its words
 */
record Known(int sourceId, Dimensions dimensions, int dimensionSetId, UUID words) {}
