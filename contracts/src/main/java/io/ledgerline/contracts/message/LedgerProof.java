package io.ledgerline.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/**
 * Which ledger a report was made of: whoever keeps it can prove later that the ledger up to there
 * is still the same.
 *
 * @param watermark seal number of the last batch
 * @param chainHead the ledger's chain at that number: 64 hex digits
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LedgerProof(long watermark, String chainHead) {
  /** Checks that all is there. */
  public LedgerProof {
    Objects.requireNonNull(chainHead, "chainHead");
    if (watermark < 0 || !chainHead.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a ledger proof is a seal number and 64 hex digits");
    }
  }
}
