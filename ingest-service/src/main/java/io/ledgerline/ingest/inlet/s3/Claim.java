package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.objectstore.ObjectAddress;

/**
 * An object that a worker may read now.
 *
 * @param id number of the object
 * @param tenant whose usage it is
 * @param location where it was found
 * @param address where it is
 * @param linesDone lines whose outcome is committed already
 * @param fence number of this claim; who has an older one may write nothing
 * @param attempts how often it was claimed, this time included
 */
record Claim(
    long id,
    TenantId tenant,
    String location,
    ObjectAddress address,
    long linesDone,
    long fence,
    int attempts) {}
