package io.ledgerline.platform.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;

/**
 * One field that breaks a rule.
 *
 * @param field path of the field as the caller wrote it, for example {@code
 *     events[3].quantities.input_tokens}; empty for the body as a whole
 * @param code stable kebab-case name of the rule, for example {@code required}
 * @param detail one sentence for a person
 */
@RegisterForReflection
public record FieldError(String field, String code, String detail) {
  public FieldError {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(detail, "detail");
  }
}
