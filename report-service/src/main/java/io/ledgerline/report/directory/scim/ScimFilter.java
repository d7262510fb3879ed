package io.ledgerline.report.directory.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A condition on resources, or on the values of an attribute. */
public sealed interface ScimFilter {
  /** Whether a resource, or an element of a list, fulfils it. */
  boolean matches(JsonNode node);

  /** All of several. */
  record All(List<ScimFilter> parts) implements ScimFilter {
    /** Copies. */
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(JsonNode node) {
      return parts.stream().allMatch(part -> part.matches(node));
    }
  }

  /** Any of several. */
  record Any(List<ScimFilter> parts) implements ScimFilter {
    /** Copies. */
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(JsonNode node) {
      return parts.stream().anyMatch(part -> part.matches(node));
    }
  }

  /** The contrary. */
  record Not(ScimFilter part) implements ScimFilter {
    @Override
    public boolean matches(JsonNode node) {
      return !part.matches(node);
    }
  }

  /** Something is there. */
  record Present(ScimTarget target) implements ScimFilter {
    @Override
    public boolean matches(JsonNode node) {
      return target.part() == null
          ? target.elements(node).stream().anyMatch(Present::says)
          : !target.values(node).isEmpty();
    }

    private static boolean says(JsonNode value) {
      return !value.isNull() && !(value.isContainerNode() && value.isEmpty());
    }
  }

  /** Some element of a list fulfils all of a condition. */
  record Has(ScimTarget target) implements ScimFilter {
    @Override
    public boolean matches(JsonNode node) {
      return !target.elements(node).isEmpty();
    }
  }

  /**
   * A comparison; of several values one has to fulfil it.
   *
   * @param target what is compared
   * @param operator how
   * @param operand with what; null only for {@code eq} and {@code ne}
   */
  record Compare(ScimTarget target, ScimOperator operator, ScimOperand operand)
      implements ScimFilter {
    @Override
    public boolean matches(JsonNode node) {
      List<JsonNode> values = target.values(node);
      if (operator == ScimOperator.NE) {
        return !isAnyEqual(values);
      }
      if (operator == ScimOperator.EQ) {
        return isAnyEqual(values);
      }
      return values.stream().anyMatch(value -> operand.stands(operator, value));
    }

    private boolean isAnyEqual(List<JsonNode> values) {
      return operand == null
          ? values.isEmpty()
          : values.stream().anyMatch(value -> operand.stands(ScimOperator.EQ, value));
    }
  }
}
