package io.ledgerline.report.ledger;

import java.util.Objects;

/**
 * How far the ledger's chain was found right.
 *
 * @param sealNo up to this seal number
 * @param chainHead the chain's value there, hex
 */
public record VerifiedHead(long sealNo, String chainHead) {
  /** Checks that there is a value. */
  public VerifiedHead {
    Objects.requireNonNull(chainHead, "chainHead");
  }
}
