package io.ledgerline.report.terms.rest;

import io.ledgerline.report.terms.TermMatch;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Which usage a markup is for, as a body names it; what is left out means any.
 *
 * @param operation what was called
 * @param provider in any spelling
 * @param model as the source says it; {@code *} stands for any run of characters
 */
@RegisterForReflection
public record MarkupMatchBody(String operation, String provider, String model) {
  TermMatch match() {
    return new TermMatch(null, null, operation, provider, model, null);
  }

  static MarkupMatchBody of(TermMatch match) {
    return new MarkupMatchBody(match.operation(), match.provider(), match.model());
  }
}
