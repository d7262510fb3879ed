package io.ledgerline.report.reconciliation;

import com.fasterxml.jackson.annotation.JsonValue;

/** The stages that usage passes; each has to say the same as the first. */
public enum Stage {
  /** As it was answered recorded. */
  ACCEPTED("accepted"),
  /** Counted from the ledger's rows. */
  IN_LEDGER("inLedger"),
  /** Of those, what is on the topic. */
  PUBLISHED("published"),
  /** The rollups. */
  ROLLED_UP("rolledUp"),
  /** What the latest report run that covers the hour has read. */
  REPORTED("reported");

  private final String text;

  Stage(String text) {
    this.text = text;
  }

  /** As the API writes it. */
  @JsonValue
  public String text() {
    return text;
  }
}
