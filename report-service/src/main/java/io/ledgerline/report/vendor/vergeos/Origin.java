package io.ledgerline.report.vendor.vergeos;

import java.util.Locale;

/** What made a record. */
public enum Origin {
  /** The time: every hour unless configured. */
  HOURLY("Capacity of the hour"),
  /** A call of somebody who did not want to wait. */
  GENERATE("Capacity on request"),
  /** It was made elsewhere and moved here. */
  IMPORT("Imported record");

  private final String description;

  Origin(String description) {
    this.description = description;
  }

  /** As it is stored and shown. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a record of it is, for people. */
  public String description() {
    return description;
  }
}
