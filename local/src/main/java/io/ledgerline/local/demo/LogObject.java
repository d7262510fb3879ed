package io.ledgerline.local.demo;

/**
 * An object as Bedrock writes it into a bucket.
 *
 * @param key its key
 * @param bytes its content; not copied
 * @param kind what it is
 */
record LogObject(String key, byte[] bytes, Kind kind) {
  /** What an object below the log prefix is. */
  enum Kind {
    /** Gzipped lines, one record each. */
    RECORDS,
    /** One request's body, too long for its record. */
    BODY,
    /** The empty object by which Bedrock checks that it may write. */
    PERMISSION_CHECK
  }
}
