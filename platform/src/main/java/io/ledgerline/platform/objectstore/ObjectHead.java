package io.ledgerline.platform.objectstore;

import java.time.Instant;

/**
 * What is known of an object without reading it.
 *
 * @param address where it is
 * @param size bytes
 * @param eTag the store's mark of this version, without quotes; not a digest
 * @param lastModified when it was written
 */
public record ObjectHead(ObjectAddress address, long size, String eTag, Instant lastModified) {}
