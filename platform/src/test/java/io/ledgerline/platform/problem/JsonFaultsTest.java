package io.ledgerline.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.json.JsonSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFaultsTest {
  private final ObjectMapper json = JsonSettings.newMapper();

  record Batch(List<Item> items) {}

  record Item(
      String name, BigDecimal size, Instant at, TenantId tenant, Positive count, long tokens) {}

  record Positive(int value) {
    Positive {
      if (value < 1) {
        throw new IllegalArgumentException("must be positive");
      }
    }
  }

  @Test
  void brokenJsonIsNamedWithLineAndColumn() {
    InvalidRequest problem = explain("{\n  \"items\": [}");

    assertThat(problem.code()).isEqualTo(ErrorCode.MALFORMED_JSON);
    assertThat(problem.detail()).contains("line 2, column");
  }

  @Test
  void aValueOfAnotherTypeIsNamedWithItsPath() {
    InvalidRequest problem = explain("{\"items\":[{\"size\":1},{\"size\":\"abc\"}]}");

    assertThat(problem.code()).isEqualTo(ErrorCode.MALFORMED_JSON);
    assertThat(problem.errors())
        .containsExactly(new FieldError("items[1].size", "type", "expected a number"));
  }

  @Test
  void aFractionIsNotCutOffWhereAWholeNumberBelongs() {
    InvalidRequest problem = explain("{\"items\":[{\"tokens\":1.5}]}");

    assertThat(problem.errors())
        .containsExactly(new FieldError("items[0].tokens", "type", "expected a whole number"));
  }

  @Test
  void aTimeWithoutZoneIsNamed() {
    InvalidRequest problem = explain("{\"items\":[{\"at\":\"2023-11-16T18:01:50\"}]}");

    assertThat(problem.errors().getFirst().field()).isEqualTo("items[0].at");
    assertThat(problem.detail()).contains("RFC 3339");
  }

  @Test
  void aRuleOfASharedWordKeepsItsCode() {
    InvalidRequest problem = explain("{\"items\":[{\"tenant\":\"Not A Tenant\"}]}");

    assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(problem.errors().getFirst().field()).isEqualTo("items[0].tenant");
    assertThat(problem.errors().getFirst().code()).isEqualTo("invalid-tenant");
  }

  @Test
  void aRuleOfARecordIsNamedWithItsPath() {
    InvalidRequest problem = explain("{\"items\":[{\"count\":{\"value\":0}}]}");

    assertThat(problem.errors())
        .containsExactly(new FieldError("items[0].count", "invalid", "must be positive"));
  }

  @Test
  void aFieldGivenTwiceIsAnError() {
    assertThat(explain("{\"items\":[],\"items\":[]}").code()).isEqualTo(ErrorCode.MALFORMED_JSON);
  }

  @Test
  void endlessNestingIsAnErrorAndNoStackOverflow() {
    String deep = "{\"unknown\":" + "[".repeat(20_000);

    assertThat(explain(deep).code()).isEqualTo(ErrorCode.MALFORMED_JSON);
  }

  @Test
  void noClassNameReachesTheCaller() {
    assertThat(explain("{\"items\":7}").detail()).doesNotContain("java.").doesNotContain("io.");
  }

  private InvalidRequest explain(String text) {
    JsonProcessingException fault =
        catchThrowableOfType(
            JsonProcessingException.class, () -> json.readValue(text, Batch.class));
    assertThat(fault).isNotNull();
    assertThat(JsonFaults.cameFromReading(fault)).isTrue();
    return JsonFaults.explain(fault);
  }
}
