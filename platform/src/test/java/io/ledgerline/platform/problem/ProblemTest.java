package io.ledgerline.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.platform.json.JsonSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private final ObjectMapper json = JsonSettings.newMapper();

  @Test
  void aProblemIsWrittenAsRfc9457Says() throws JsonProcessingException {
    Problem problem =
        Problem.of(
            new InvalidRequest(
                "from must be before to", List.of(new FieldError("from", "order", "too late"))),
            "/api/v1/things");

    assertThat(json.readTree(json.writeValueAsString(problem)))
        .isEqualTo(
            json.readTree(
                """
                {"type":"/problems/invalid-request","title":"The request is not valid","status":400,
                 "detail":"from must be before to","instance":"/api/v1/things","code":"invalid-request",
                 "errors":[{"field":"from","code":"order","detail":"too late"}]}
                """));
  }

  @Test
  void extensionMembersStandBesideTheOthers() throws JsonProcessingException {
    Problem problem =
        Problem.of(
            new Conflict("differs", List.of(), Map.of("counts", Map.of("conflict", 1))), null);

    JsonNode tree = json.readTree(json.writeValueAsString(problem));

    assertThat(tree.at("/counts/conflict").asInt()).isEqualTo(1);
    assertThat(tree.has("extensions")).isFalse();
    assertThat(tree.has("errors")).isFalse();
    assertThat(tree.has("instance")).isFalse();
  }
}
