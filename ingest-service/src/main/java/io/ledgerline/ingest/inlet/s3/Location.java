package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.contracts.TenantId;

/**
 * A place that logs are written to.
 *
 * @param name the name it has in the configuration
 * @param bucket where
 * @param prefix what the keys begin with; may be empty
 * @param tenant whose usage it is
 */
record Location(String name, String bucket, String prefix, TenantId tenant) {}
