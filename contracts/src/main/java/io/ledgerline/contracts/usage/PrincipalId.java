package io.ledgerline.contracts.usage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * The random surrogate of a person or machine identity. It says nothing of whom it stands for, so
 * that proofs outlive an erased name.
 *
 * @param value random UUID
 */
public record PrincipalId(@JsonValue UUID value) {
  /** Checks that it is there. */
  @JsonCreator
  public PrincipalId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
