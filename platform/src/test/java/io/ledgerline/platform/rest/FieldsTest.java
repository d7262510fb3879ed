package io.ledgerline.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.platform.json.JsonSettings;
import io.ledgerline.platform.problem.InvalidRequest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  private static final String RUN =
      """
      {"id":1,"state":"COMPLETED","totals":{"events":5,"rows":4},"artifacts":[{"id":7,"size":9}]}""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | {\"id\":1}",
        "state,id | {\"id\":1,\"state\":\"COMPLETED\"}",
        "totals | {\"totals\":{\"events\":5,\"rows\":4}}",
        "totals.events | {\"totals\":{\"events\":5}}",
        "totals.events,totals | {\"totals\":{\"events\":5,\"rows\":4}}",
        "totals,totals.events | {\"totals\":{\"events\":5,\"rows\":4}}",
        "artifacts.size | {\"artifacts\":[{\"size\":9}]}",
        "id.deeper | {\"id\":1}",
        "id, id | {\"id\":1}"
      })
  void onlyWhatIsWantedIsLeft(String fields, String left) throws JsonProcessingException {
    assertThat(Fields.of(fields).of(JsonSettings.newMapper().readTree(RUN))).hasToString(left);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "id,", "a..b", ".a", "a.b.c.d.e.f", "$", "id;state", "../id"})
  void whatIsNoListOfNamesIsRefused(String fields) {
    assertThatThrownBy(() -> Fields.of(fields))
        .isInstanceOfSatisfying(
            InvalidRequest.class,
            e -> assertThat(e.errors().getFirst().field()).isEqualTo("fields"));
  }

  @Test
  void aNameThatTheResourceDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> Fields.of("id,size").check(Set.of("id", "name")))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("size");
    assertThatCode(() -> Fields.of("id,name.first").check(Set.of("id", "name")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Fields.of("a,".repeat(100) + "a")).isInstanceOf(InvalidRequest.class);
  }
}
