package io.ledgerline.report.access;

/**
 * A tenant just made.
 *
 * @param tenant what is known of it
 * @param adminKey its first key, with the role admin; the text is shown this once
 */
public record NewTenantView(TenantView tenant, NewKeyView adminKey) {}
