package io.ledgerline.platform.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.ledgerline.contracts.InvalidValueException;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what is wrong with a JSON body: line and column, and for a value of a wrong kind the field's
 * path.
 */
public final class JsonFaults {
  private static final int MAX_DETAIL = 300;
  private static final Set<Class<?>> WHOLE =
      Set.of(long.class, Long.class, int.class, Integer.class, BigInteger.class);

  private JsonFaults() {}

  /**
   * Whether the failure came from reading (the caller's fault) and not from writing an answer
   * (ours).
   */
  public static boolean cameFromReading(JsonProcessingException fault) {
    return !(fault instanceof JsonMappingException mapping)
        ? fault.getLocation() != null || !(fault.getProcessor() instanceof AutoCloseable)
        : mapping.getProcessor() == null || mapping.getProcessor() instanceof JsonParser;
  }

  /**
   * Explains the fault: {@code malformed-json}, or {@code invalid-request} when the value broke a
   * rule of its type.
   */
  public static InvalidRequest explain(JsonProcessingException fault) {
    String field = fault instanceof JsonMappingException mapping ? path(mapping) : "";
    FieldError error;
    ErrorCode code = ErrorCode.INVALID_REQUEST;
    if (fault.getCause() instanceof InvalidValueException rule) {
      error = new FieldError(joined(field, rule.field()), rule.code(), cut(rule.detail()));
    } else if (fault instanceof ValueInstantiationException && fault.getCause() != null) {
      error = new FieldError(field, "invalid", cut(ruleOf(fault.getCause())));
    } else {
      String rule = fault instanceof MismatchedInputException ? "type" : "syntax";
      error = new FieldError(field, rule, cut(what(fault)));
      code = ErrorCode.MALFORMED_JSON;
    }
    String where = error.field().isEmpty() ? "" : error.field() + ": ";
    String detail = where + error.detail() + place(fault.getLocation());
    return new InvalidRequest(code, detail, List.of(error), Map.of());
  }

  /**
   * Joins the path to a value and the field inside of it; a value that is one field names itself.
   */
  private static String joined(String path, String field) {
    if (path.isEmpty() || field.isEmpty()) {
      return path + field;
    }
    return path.equals(field) || path.endsWith("." + field) ? path : path + "." + field;
  }

  /**
   * Returns the path of a field as a caller would write it: {@code
   * events[3].quantities.input_tokens}.
   */
  static String path(JsonMappingException fault) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : fault.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String what(JsonProcessingException fault) {
    if (fault instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "expected " + wordFor(mismatch.getTargetType());
    }
    return firstLine(fault.getOriginalMessage());
  }

  /** The message of a rule that our own records check; anything else keeps its words to itself. */
  private static String ruleOf(Throwable cause) {
    boolean ours =
        cause instanceof IllegalArgumentException || cause instanceof NullPointerException;
    return ours && cause.getMessage() != null
        ? firstLine(cause.getMessage())
        : "the value is not valid";
  }

  private static String wordFor(Class<?> type) {
    if (WHOLE.contains(type)) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (Temporal.class.isAssignableFrom(type)) {
      return "a time as RFC 3339 writes it, for example 2026-11-21T02:30:00Z";
    }
    if (type.isEnum()) {
      return "one of " + List.of(type.getEnumConstants());
    }
    if (type == String.class) {
      return "a text";
    }
    boolean list = Collection.class.isAssignableFrom(type) || type.isArray();
    return list ? "an array" : "an object";
  }

  private static String place(JsonLocation at) {
    boolean known = at != null && at.getLineNr() > 0;
    return known ? " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr()) : "";
  }

  private static String firstLine(String message) {
    return message == null ? "it cannot be read" : message.lines().findFirst().orElse("");
  }

  private static String cut(String text) {
    return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL) + "…";
  }
}
