package io.ledgerline.ingest.ledger;

import io.ledgerline.contracts.InvalidValueException;
import java.util.Objects;

/**
 * Why an event was not recorded.
 *
 * @param code stable kebab-case code, such as {@code negative-quantity}
 * @param field path of the field at fault as its sender wrote it; empty when it is the event as a
 *     whole
 * @param detail what is wrong and how to put it right, for a person; never the content itself
 */
public record Reason(String code, String field, String detail) {
  /** Checks that all is there. */
  public Reason {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(detail, "detail");
  }

  /** The reason that a value's own check gave. */
  public static Reason of(InvalidValueException fault) {
    return new Reason(fault.code(), fault.field(), fault.detail());
  }
}
