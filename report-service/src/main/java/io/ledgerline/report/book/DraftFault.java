package io.ledgerline.report.book;

import java.util.Objects;

/**
 * Why the book does not take a draft.
 *
 * @param index the draft's place among those that came with it, from 0
 * @param field the field at fault; empty for the draft as a whole
 * @param code stable kebab-case name of the rule, such as {@code overlapping-price}
 * @param detail a sentence for a person
 */
public record DraftFault(int index, String field, String code, String detail) {
  /** Checks that all is there. */
  public DraftFault {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(detail, "detail");
  }

  /** The same fault of another draft. */
  public DraftFault at(int other) {
    return new DraftFault(other, field, code, detail);
  }
}
