package io.ledgerline.report.directory.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** What an attribute is compared with, read as its type has it. */
public sealed interface ScimOperand {
  /** Whether {@code value operator this} stands. */
  boolean stands(ScimOperator operator, JsonNode value);

  /**
   * Reads it.
   *
   * @param text as the filter has it, without quotes
   * @throws ScimFault {@code invalidFilter}
   */
  static ScimOperand of(ScimAttribute attribute, ScimOperator operator, String text) {
    return switch (attribute.type()) {
      case BOOLEAN -> flag(attribute, operator, text);
      case DATE_TIME -> time(attribute, operator, text);
      case COMPLEX -> throw fault("'" + attribute.name() + "' has parts; name the one to compare.");
      default -> new Text(text, attribute.traits().caseExact());
    };
  }

  private static ScimOperand flag(ScimAttribute attribute, ScimOperator operator, String text) {
    boolean isFlag = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    if (!isFlag || operator != ScimOperator.EQ && operator != ScimOperator.NE) {
      throw fault("'" + attribute.name() + "' is asked for with eq or ne, true or false.");
    }
    return new Flag(text.equalsIgnoreCase("true"));
  }

  private static ScimOperand time(ScimAttribute attribute, ScimOperator operator, String text) {
    if (operator.isOfTexts()) {
      throw fault("'" + attribute.name() + "' is a time; it is compared with eq, gt, ge, lt, le.");
    }
    try {
      return new Time(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw fault("'" + text + "' is no time such as 2026-01-31T00:00:00Z.");
    }
  }

  private static ScimFault fault(String detail) {
    return new ScimFault(ScimFault.Kind.INVALID_FILTER, detail);
  }

  /** A text. */
  record Text(String text, boolean exact) implements ScimOperand {
    @Override
    public boolean stands(ScimOperator operator, JsonNode value) {
      String mine = folded(text);
      String other = folded(value.asText());
      return switch (operator) {
        case CO -> other.contains(mine);
        case SW -> other.startsWith(mine);
        case EW -> other.endsWith(mine);
        default -> operator.holds(other.compareTo(mine));
      };
    }

    private String folded(String any) {
      return exact ? any : any.toLowerCase(Locale.ROOT);
    }
  }

  /** True or false. */
  record Flag(boolean flag) implements ScimOperand {
    @Override
    public boolean stands(ScimOperator operator, JsonNode value) {
      return operator.holds(Boolean.compare(value.asBoolean(), flag));
    }
  }

  /** A time. */
  record Time(Instant time) implements ScimOperand {
    @Override
    public boolean stands(ScimOperator operator, JsonNode value) {
      try {
        Instant other = OffsetDateTime.parse(value.asText()).toInstant();
        return operator.holds(other.compareTo(time));
      } catch (DateTimeException e) {
        return false;
      }
    }
  }
}
