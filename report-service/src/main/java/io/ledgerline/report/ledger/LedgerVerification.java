package io.ledgerline.report.ledger;

import java.util.List;

/**
 * What the ledger's verification of a period came to.
 *
 * @param findings what is wrong; very many are cut off
 * @param head how far the chain was found right; null when something was found, or the ledger is
 *     empty
 */
public record LedgerVerification(List<LedgerFinding> findings, VerifiedHead head) {
  /** Copies. */
  public LedgerVerification {
    findings = List.copyOf(findings);
  }
}
