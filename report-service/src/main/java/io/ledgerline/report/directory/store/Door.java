package io.ledgerline.report.directory.store;

import java.util.Locale;

/** How the directory comes in. */
public enum Door {
  /** One by one over our own API. */
  REST,
  /** As a table. */
  CSV,
  /** From an identity provider. */
  SCIM;

  /** As it is stored and told. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
