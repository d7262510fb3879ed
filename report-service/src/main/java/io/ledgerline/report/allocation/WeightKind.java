package io.ledgerline.report.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the numbers of fixed shares are meant. */
public enum WeightKind {
  /** In proportion to their sum, whatever it is. */
  @JsonProperty("relative")
  RELATIVE,
  /** Of a hundred: other sums are refused. */
  @JsonProperty("percent")
  PERCENT
}
