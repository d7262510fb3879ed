package io.ledgerline.report.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of runs that were missed because nothing was running at their due time. */
public enum CatchUp {
  /** Each is made, oldest first. */
  @JsonProperty("all")
  ALL,
  /** Only the last is made. */
  @JsonProperty("latest")
  LATEST,
  /** None is made. */
  @JsonProperty("none")
  NONE;

  /** As the API and the database write it. */
  public String wire() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
