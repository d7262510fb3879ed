package io.ledgerline.report.directory.scim.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.platform.json.JsonSettings;
import io.ledgerline.platform.objectstore.Sha256;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.directory.scim.ScimFault;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What answers and requests of SCIM have in common. */
final class ScimAnswers {
  private static final ObjectMapper JSON = JsonSettings.newMapper();
  private static final int TAG_LENGTH = 32;
  private static final int PRECONDITION_FAILED = 412;

  private ScimAnswers() {}

  /** The state of a resource is another than the caller believes. */
  static final class Outdated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Outdated() {
      super("The resource has changed since it was read; read it again.", null, false, false);
    }
  }

  /** Does it; faults of SCIM become answers of SCIM. */
  static Uni<Response> safely(Supplier<Uni<Response>> work) {
    return Uni.createFrom()
        .deferred(work::get)
        .onFailure(ScimFault.class)
        .transform(fault -> invalid(fault))
        .onFailure(Outdated.class)
        .recoverWithItem(
            outdated ->
                Response.status(PRECONDITION_FAILED)
                    .type(ScimSurface.MEDIA_TYPE)
                    .entity(text(ScimError.of(PRECONDITION_FAILED, null, outdated.getMessage())))
                    .build());
  }

  private static InvalidRequest invalid(ScimFault fault) {
    return new InvalidRequest(
        ErrorCode.INVALID_REQUEST,
        fault.getMessage(),
        List.of(),
        Map.of(ScimSurface.SCIM_TYPE, fault.kind().wireName()));
  }

  /** Reads a body. */
  static JsonNode read(String body) {
    try {
      JsonNode node = body == null || body.isBlank() ? null : JSON.readTree(body);
      if (node == null || !node.isObject()) {
        throw new ScimFault(ScimFault.Kind.INVALID_SYNTAX, "The body is a JSON object.");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new ScimFault(
          ScimFault.Kind.INVALID_SYNTAX, "The body is not JSON: " + e.getOriginalMessage());
    }
  }

  /** The entity tag of what clients may change of a resource. */
  static String version(ObjectNode resource) {
    String digest = Sha256.of(resource.toString().getBytes(StandardCharsets.UTF_8));
    return "W/\"" + digest.substring(0, TAG_LENGTH) + "\"";
  }

  /** Fails unless the tag is among those of {@code If-Match}; null asks for nothing. */
  static void require(String ifMatch, String version) {
    if (ifMatch != null && !names(ifMatch, version)) {
      throw new Outdated();
    }
  }

  /** Whether a header names the tag, or any. */
  static boolean names(String header, String version) {
    String tag = strong(version);
    return header != null
        && Arrays.stream(header.split(","))
            .map(String::strip)
            .anyMatch(known -> known.equals("*") || strong(known).equals(tag));
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  /** A list, or anything without a tag. */
  static Response ok(JsonNode entity) {
    return Response.ok(entity.toString(), ScimSurface.MEDIA_TYPE).build();
  }

  /** A resource; 304 for one that the caller has. */
  static Response resource(ObjectNode entity, String ifNoneMatch) {
    String version = entity.path("meta").path("version").asText();
    return names(ifNoneMatch, version)
        ? Response.notModified().header(HttpHeaders.ETAG, version).build()
        : tagged(Response.ok(), entity, entity);
  }

  /** A resource with its tag and address. */
  static Response tagged(Response.ResponseBuilder answer, ObjectNode whole, ObjectNode shown) {
    return answer
        .type(ScimSurface.MEDIA_TYPE)
        .header(HttpHeaders.ETAG, whole.path("meta").path("version").asText())
        .header(HttpHeaders.LOCATION, URI.create(whole.path("meta").path("location").asText()))
        .entity(shown.toString())
        .build();
  }

  private static String text(ScimError error) {
    try {
      return JSON.writeValueAsString(error);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an error is JSON", e);
    }
  }
}
