package io.ledgerline.report.access;

import io.ledgerline.contracts.Texts;

/**
 * Why a tenant is suspended.
 *
 * @param reason for people
 */
public record SuspensionBody(String reason) {
  private static final int MAX_REASON = 500;

  /** Checks the reason. */
  public SuspensionBody {
    reason = Texts.required("reason", reason, MAX_REASON);
  }
}
