package io.ledgerline.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.Test;

class ProblemResponsesTest {
  private static Operation filtered(Operation operation) {
    OpenAPI api =
        OASFactory.createOpenAPI()
            .paths(
                OASFactory.createPaths()
                    .addPathItem("/things", OASFactory.createPathItem().GET(operation)));
    new ProblemResponses().filterOpenAPI(api);
    assertThat(api.getComponents().getSchemas()).containsKey(ProblemResponses.SCHEMA);
    return operation;
  }

  private static APIResponse described(String text) {
    return OASFactory.createAPIResponse().description(text);
  }

  @Test
  void failuresHaveTheProblemsSchemaAndKeepTheirWords() {
    Operation operation =
        filtered(
            OASFactory.createOperation()
                .responses(
                    OASFactory.createAPIResponses()
                        .addAPIResponse("200", described("fine"))
                        .addAPIResponse("404", described("not there"))));
    APIResponse notThere = operation.getResponses().getAPIResponse("404");
    assertThat(notThere.getDescription()).isEqualTo("not there");
    assertThat(notThere.getContent().getMediaType("application/problem+json").getSchema().getRef())
        .isEqualTo("#/components/schemas/ProblemDocument");
    assertThat(operation.getResponses().getAPIResponse("200").getContent()).isNull();
    assertThat(operation.getResponses().getAPIResponse("default").getContent().getMediaTypes())
        .containsOnlyKeys("application/problem+json");
  }

  @Test
  void aFailureWithAnAnswerOfItsOwnKeepsIt() {
    APIResponse own =
        described("each event's outcome")
            .content(
                OASFactory.createContent()
                    .addMediaType("application/json", OASFactory.createMediaType()));
    Operation operation =
        filtered(
            OASFactory.createOperation()
                .responses(OASFactory.createAPIResponses().addAPIResponse("409", own)));
    assertThat(operation.getResponses().getAPIResponse("409").getContent().getMediaTypes())
        .containsOnlyKeys("application/json");
  }

  @Test
  void anOperationThatListsNoAnswerHasTheDefaultOne() {
    assertThat(filtered(OASFactory.createOperation()).getResponses().getAPIResponses())
        .containsOnlyKeys("default");
  }
}
