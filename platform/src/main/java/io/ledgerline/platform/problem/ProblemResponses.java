package io.ledgerline.platform.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in every service's OpenAPI document that errors are problem documents: each 4xx and 5xx
 * answer that has no content of its own gets that one schema, and each operation a {@code default}
 * answer, because any call can fail in ways that it does not list. Runs when the service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {
  static final String SCHEMA = "ProblemDocument";

  private static final String REFERENCE = "#/components/schemas/" + SCHEMA;
  private static final String DEFAULT = "default";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
      return;
    }
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents().addSchema(SCHEMA, problem());
    api.getPaths()
        .getPathItems()
        .values()
        .forEach(path -> path.getOperations().values().forEach(ProblemResponses::complete));
  }

  private static void complete(Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
    if (responses == null || !responses.containsKey(DEFAULT)) {
      operation
          .getResponses()
          .addAPIResponse(
              DEFAULT, OASFactory.createAPIResponse().description("Any failure, as a problem"));
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (isFailure(status) && response.getContent() == null && response.getRef() == null) {
                response.setContent(content());
              }
            });
  }

  private static boolean isFailure(String status) {
    return status.equals(DEFAULT) || status.startsWith("4") || status.startsWith("5");
  }

  private static Content content() {
    return OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType().schema(OASFactory.createSchema().ref(REFERENCE)));
  }

  private static Schema problem() {
    Schema error =
        type(SchemaType.OBJECT, "A field at fault")
            .addProperty("field", type(SchemaType.STRING, "Its path, such as period.from"))
            .addProperty("code", type(SchemaType.STRING, "The rule it breaks, in kebab case"))
            .addProperty("detail", type(SchemaType.STRING, "What is wrong, for a person"));
    return type(SchemaType.OBJECT, "An error (RFC 9457)")
        .addProperty("type", type(SchemaType.STRING, "Where its code is explained: /problems/…"))
        .addProperty("title", type(SchemaType.STRING, "The same for all problems of a code"))
        .addProperty("status", type(SchemaType.INTEGER, "The HTTP status"))
        .addProperty("detail", type(SchemaType.STRING, "One sentence about this case"))
        .addProperty("instance", type(SchemaType.STRING, "The path of the request"))
        .addProperty("code", type(SchemaType.STRING, "Stable; callers may branch on it"))
        .addProperty(
            "errors", type(SchemaType.ARRAY, "The fields at fault; absent for none").items(error))
        .required(List.of("type", "title", "status", "detail", "code"));
  }

  private static Schema type(SchemaType type, String description) {
    return OASFactory.createSchema().addType(type).description(description);
  }
}
