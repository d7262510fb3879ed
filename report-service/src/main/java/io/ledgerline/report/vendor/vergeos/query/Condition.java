package io.ledgerline.report.vendor.vergeos.query;

import io.ledgerline.report.vendor.vergeos.RecordField;
import java.util.List;

/** What records must be like to be in a list. */
public sealed interface Condition {
  /**
   * Both or more at once.
   *
   * @param parts at least two
   */
  record AllOf(List<Condition> parts) implements Condition {
    /** Copies. */
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One or more of them.
   *
   * @param parts at least two
   */
  record AnyOf(List<Condition> parts) implements Condition {
    /** Copies. */
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A field compared with a value.
   *
   * @param field which
   * @param operator how
   * @param value of the field's type, or nothing
   */
  record Comparison(RecordField field, Operator operator, Literal value) implements Condition {}

  /**
   * A field that has one of some values.
   *
   * @param field which
   * @param values at least one
   */
  record OneOf(RecordField field, List<Literal> values) implements Condition {
    /** Copies. */
    public OneOf {
      values = List.copyOf(values);
    }
  }
}
