package io.ledgerline.ingest.inlet.s3;

/** An object cannot be read, or not to its end. Lines before the fault are good. */
final class BadObjectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean mayPass;

  /**
   * A fault of an object.
   *
   * @param code stable code
   * @param detail what is wrong, for a person
   * @param mayPass whether another attempt may find it whole, such as after a cut connection
   */
  BadObjectException(String code, String detail, boolean mayPass) {
    super(detail);
    this.code = code;
    this.mayPass = mayPass;
  }

  String code() {
    return code;
  }

  boolean mayPass() {
    return mayPass;
  }
}
