package io.ledgerline.report.access;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A key just made.
 *
 * @param key the whole text; shown this once, kept nowhere
 * @param description everything else
 */
public record NewKeyView(String key, @JsonUnwrapped KeyView description) {}
