package io.ledgerline.platform.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in every service's OpenAPI document what {@link Represented} does: reads that answer with
 * JSON take {@code fields} and have an {@code ETag}. That all of them are so annotated is tested.
 * Runs when the service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RepresentedParts implements OASFilter {
  private static final String JSON = "application/json";
  private static final String OK = "200";
  private static final String NOT_MODIFIED = "304";
  private static final String OURS = "/api/v1/";

  /** What vendors' clients call is as their vendor has it. */
  private static final List<String> VENDORS =
      List.of("/api/v1/vendors/", "/api/v1/daily-billing-records");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
      api.getPaths().getPathItems().forEach(RepresentedParts::complete);
    }
  }

  private static void complete(String path, PathItem item) {
    Operation read = item.getGET();
    if (path.startsWith(OURS)
        && VENDORS.stream().noneMatch(path::startsWith)
        && read != null
        && answersWithJson(read)) {
      if (parameters(read).stream().noneMatch(p -> Fields.PARAMETER.equals(p.getName()))) {
        read.addParameter(fields());
      }
      read.getResponses()
          .getAPIResponse(OK)
          .addHeader(
              "ETag",
              OASFactory.createHeader()
                  .description("Changes when the answer does")
                  .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
      read.getResponses()
          .addAPIResponse(
              NOT_MODIFIED,
              OASFactory.createAPIResponse()
                  .description("Nothing new for a caller with this ETag in If-None-Match"));
    }
  }

  private static boolean answersWithJson(Operation read) {
    Map<String, APIResponse> responses =
        read.getResponses() == null ? Map.of() : read.getResponses().getAPIResponses();
    APIResponse ok = responses == null ? null : responses.get(OK);
    return ok != null && ok.getContent() != null && ok.getContent().getMediaType(JSON) != null;
  }

  private static List<Parameter> parameters(Operation read) {
    return read.getParameters() == null ? List.of() : read.getParameters();
  }

  private static Parameter fields() {
    return OASFactory.createParameter()
        .name(Fields.PARAMETER)
        .in(Parameter.In.QUERY)
        .description("Only these fields, such as id,state,totals.events; of a list, of its items")
        .schema(OASFactory.createSchema().addType(SchemaType.STRING));
  }
}
