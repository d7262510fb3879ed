package io.ledgerline.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An RFC 9457 problem document.
 *
 * @param type relative address of the page that explains the code, {@code /problems/<code>}
 * @param title the same for all problems of a code
 * @param status HTTP status
 * @param detail one sentence about this case
 * @param instance path of the request; null when unknown
 * @param code stable code to branch on
 * @param errors fields at fault; empty when none is
 * @param extensions further members, written beside the others
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "errors"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
    @JsonAnyGetter Map<String, Object> extensions) {

  /** The media type of a problem document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
  }

  /** Makes the document of a code; {@code instance} may be null. */
  public static Problem of(ErrorCode code, String detail, String instance) {
    return of(code, detail, instance, List.of(), Map.of());
  }

  /** Makes the document of an exception that explains itself; {@code instance} may be null. */
  public static Problem of(Explained cause, String instance) {
    return of(cause.code(), cause.detail(), instance, cause.errors(), cause.extensions());
  }

  /** Makes the document of a code with fields and further members. */
  public static Problem of(
      ErrorCode code,
      String detail,
      String instance,
      List<FieldError> errors,
      Map<String, Object> extensions) {
    return new Problem(
        "/problems/" + code.code(),
        code.title(),
        code.status(),
        detail,
        instance,
        code.code(),
        errors,
        extensions);
  }
}
