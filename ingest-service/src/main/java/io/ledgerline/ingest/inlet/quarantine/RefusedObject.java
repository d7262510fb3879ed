package io.ledgerline.ingest.inlet.quarantine;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.objectstore.ObjectAddress;

/**
 * The object that refusals point into.
 *
 * @param id its number
 * @param tenant whose usage it is
 * @param location where it was found
 * @param address where it is
 */
public record RefusedObject(long id, TenantId tenant, String location, ObjectAddress address) {}
