package io.ledgerline.ingest.ledger.verify;

import io.ledgerline.platform.problem.InvalidRequest;
import java.util.regex.Pattern;

/**
 * A value of the chain that somebody has found right before, and has kept.
 *
 * @param sealNo where, at least 1
 * @param chain the value, 64 hex digits
 */
record VerifiedHead(long sealNo, String chain) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** Of two parameters; null when both are absent. */
  static VerifiedHead of(Long sealNo, String chain) {
    if (sealNo == null && chain == null) {
      return null;
    }
    if (sealNo == null || sealNo < 1 || chain == null || !HEX.matcher(chain).matches()) {
      throw InvalidRequest.field(
          "verifiedHead",
          "invalid-head",
          "verifiedSeal is a seal number from 1 on, verifiedHead its chain value, 64 hex digits.");
    }
    return new VerifiedHead(sealNo, chain);
  }
}
