package io.ledgerline.local.parts;

import java.util.Locale;

/** The real parts that the services need and that this module brings. */
public enum PartName {
  /** The database server. */
  POSTGRES,
  /** The message broker. */
  KAFKA,
  /** The SMTP server and its mailbox. */
  MAIL,
  /** The S3-compatible object store. */
  S3;

  /** The name in lower case, as on the command line and in file names. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The part of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static PartName of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
