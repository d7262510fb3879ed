package io.ledgerline.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Turns bean-validation violations into field errors, with paths that a caller knows. */
final class Violations {
  private Violations() {}

  /**
   * Explains violations of parameters and bodies; sorted by field, so that the same request gives
   * the same answer.
   */
  static InvalidRequest explain(ConstraintViolationException failure) {
    List<FieldError> errors =
        failure.getConstraintViolations().stream()
            .map(Violations::fieldError)
            .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
            .toList();
    return new InvalidRequest(
        errors.size() == 1
            ? (errors.getFirst().field() + " " + errors.getFirst().detail()).strip()
            : "%d fields break a rule.".formatted(errors.size()),
        errors);
  }

  /** Whether an answer of ours broke the rule: that is no fault of the caller. */
  static boolean isAboutAnAnswer(ConstraintViolationException failure) {
    return failure.getConstraintViolations().stream()
        .anyMatch(v -> kinds(v.getPropertyPath()).contains(ElementKind.RETURN_VALUE));
  }

  private static List<ElementKind> kinds(Path path) {
    return StreamSupport.stream(path.spliterator(), false).map(Path.Node::getKind).toList();
  }

  private static FieldError fieldError(ConstraintViolation<?> violation) {
    String rule =
        violation.getConstraintDescriptor() == null
            ? "Invalid"
            : violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return new FieldError(field(violation.getPropertyPath()), kebab(rule), violation.getMessage());
  }

  /** Drops the method; drops the parameter too when it is the body (something follows it). */
  private static String field(Path path) {
    StringBuilder text = new StringBuilder();
    String parameter = "";
    for (Path.Node node : path) {
      switch (node.getKind()) {
        case PARAMETER -> parameter = node.getName();
        case PROPERTY, CONTAINER_ELEMENT -> append(text, node);
        default -> {}
      }
    }
    return text.isEmpty() ? parameter : text.toString();
  }

  private static void append(StringBuilder text, Path.Node node) {
    if (node.getIndex() != null) {
      text.append('[').append(node.getIndex()).append(']');
    } else if (node.getKey() != null) {
      text.append('.').append(node.getKey());
    }
    if (node.getKind() == ElementKind.PROPERTY) {
      text.append(text.isEmpty() ? "" : ".").append(node.getName());
    }
  }

  private static String kebab(String camel) {
    return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
