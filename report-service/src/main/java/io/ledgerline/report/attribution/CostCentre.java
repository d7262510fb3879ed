package io.ledgerline.report.attribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Texts;
import java.util.Currency;
import java.util.Objects;

/**
 * Somebody who pays.
 *
 * @param name for people
 * @param parent code of the cost centre above it; null for a root
 * @param owner who answers for it, such as an e-mail address; null when unknown
 * @param glCode its account in the general ledger; null when it has none
 * @param billingCurrency what it is billed in, ISO 4217
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CostCentre(
    String name, String parent, String owner, String glCode, Currency billingCurrency) {
  /** Checks the texts; empty ones become null. */
  public CostCentre {
    name = Texts.required("name", name, Texts.MAX_NAME);
    parent = Texts.optional("parent", parent, Texts.MAX_NAME);
    owner = Texts.optional("owner", owner, Texts.MAX_NAME);
    glCode = Texts.optional("glCode", glCode, Texts.MAX_NAME);
    Objects.requireNonNull(billingCurrency, "billingCurrency");
  }

  /** The code of the cost centre above it; null for a root. */
  CostCentreCode above() {
    return parent == null ? null : new CostCentreCode(parent);
  }
}
