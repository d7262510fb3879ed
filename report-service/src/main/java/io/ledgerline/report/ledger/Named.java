package io.ledgerline.report.ledger;

import io.ledgerline.contracts.usage.PrincipalName;
import java.util.UUID;

/** What somebody is called whom the ledger names no more. */
final class Named {
  private Named() {}

  /** The name; of an erased person something that only tells one from another. */
  static String orErased(String principal, UUID surrogate) {
    return principal != null || surrogate == null ? principal : PrincipalName.erased(surrogate);
  }
}
