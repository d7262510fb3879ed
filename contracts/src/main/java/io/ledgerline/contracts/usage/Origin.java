package io.ledgerline.contracts.usage;

import io.ledgerline.contracts.Texts;

/**
 * Where usage came from, as the source said it. Who pays is found later, when reporting.
 *
 * @param sourceAccount the account at the source, required
 * @param principal who did it, by the source's name for them (an ARN, a user name); personal, kept
 *     apart from proofs; null when unknown
 * @param workspace null when the source has none
 * @param project null when the source has none
 */
public record Origin(String sourceAccount, String principal, String workspace, String project) {
  /** Checks the texts; empty ones become null. */
  public Origin {
    sourceAccount = Texts.required("sourceAccount", sourceAccount, Texts.MAX_NAME);
    principal = Texts.optional("principal", principal, Texts.MAX_PRINCIPAL);
    workspace = Texts.optional("workspace", workspace, Texts.MAX_NAME);
    project = Texts.optional("project", project, Texts.MAX_NAME);
  }
}
