package io.ledgerline.ingest.inlet.s3;

/** What an object is, told by its key and size. Pure. */
enum ObjectKind {
  /** A log to read. */
  LOG("", ""),
  /** The mark that AWS leaves when it checks that it may write. */
  PERMISSION_CHECK(
      "permission-check", "The mark that the provider leaves when it checks its permission."),
  /** A request or response body that was too large for its record; read only with its record. */
  BODY("body", "A body that belongs to a record elsewhere."),
  /** Nothing in it. */
  EMPTY("empty", "The object has no bytes.");

  private static final String MARKER = "amazon-bedrock-logs-permission-check";
  private static final String DATA = "data/";

  private final String code;
  private final String detail;

  ObjectKind(String code, String detail) {
    this.code = code;
    this.detail = detail;
  }

  /**
   * Tells an object's kind.
   *
   * @param prefix of the location: what stands in it is no sign of anything
   */
  static ObjectKind of(String prefix, String key, long size) {
    String name = key.startsWith(prefix) ? key.substring(prefix.length()) : key;
    if (name.contains(MARKER)) {
      return PERMISSION_CHECK;
    }
    if (name.startsWith(DATA) || name.contains("/" + DATA)) {
      return BODY;
    }
    return size == 0 ? EMPTY : LOG;
  }

  /** Why it is skipped; empty for a log. */
  String code() {
    return code;
  }

  /** The same for a person. */
  String detail() {
    return detail;
  }
}
