package io.ledgerline.platform.objectstore;

/**
 * An object that was just written.
 *
 * @param address where it is
 * @param size bytes
 * @param sha256 SHA-256 of its bytes, lower-case hex, computed here before sending
 */
public record StoredObject(ObjectAddress address, long size, String sha256) {}
