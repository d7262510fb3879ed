package io.ledgerline.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpFileTest {
  private static final String FILE =
      """
      # A comment
      @host = http://localhost:1
      @new = {{$guid}}

      ### Make it
      # @name made
      # @expect 201, 200
      POST {{host}}/things
      Content-Type: application/json

      {"id": "{{new}}"}

      ### Look at it
      // @until $.state DONE
      GET {{host}}/things/{{made.response.body.$.items[0].id}} HTTP/1.1
      """;

  @Test
  void requestsAreReadWithWhatTheyExpect() {
    List<HttpCall> calls = HttpFile.parse(FILE).calls();
    assertThat(calls).extracting(HttpCall::title).containsExactly("Make it", "Look at it");
    HttpCall make = calls.getFirst();
    assertThat(make.name()).isEqualTo("made");
    assertThat(make.headers()).containsEntry("Content-Type", "application/json");
    assertThat(make.body()).isEqualTo("{\"id\": \"{{new}}\"}");
    assertThat(make.expects(201)).isTrue();
    assertThat(make.expects(204)).isFalse();
    assertThat(calls.getLast().expects(204)).isTrue();
    assertThat(calls.getLast().until()).isEqualTo(new HttpCall.Until("$.state", "DONE"));
  }

  @Test
  void variablesAndAnswersAreFilledIn() throws Exception {
    Answers answers = new Answers(HttpFile.parse(FILE).variables(), Map.of("host", "http://other"));
    answers.keep(
        "made",
        new com.fasterxml.jackson.databind.json.JsonMapper()
            .readTree("{\"items\": [{\"id\": \"a b\"}]}"));
    assertThat(answers.filled("{{host}}/{{made.response.body.$.items[0].id}}"))
        .isEqualTo("http://other/a b");
    assertThat(answers.filled("{{new}}")).hasSize(36).isEqualTo(answers.filled("{{ new }}"));
    assertThatThrownBy(() -> answers.filled("{{nobody}}")).hasMessageContaining("{{nobody}}");
    assertThatThrownBy(() -> answers.filled("{{made.response.body.$.no}}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLineThatIsNotUnderstoodIsNamed() {
    assertThatThrownBy(() -> HttpFile.parse("### x\nFETCH http://x\n"))
        .hasMessageStartingWith("line 2:");
  }

  @Test
  void theCollectionIsOne() throws Exception {
    HttpFile file = HttpFile.parse(Files.readString(Path.of("../docs/http/ledgerline.http")));
    assertThat(file.calls())
        .hasSizeGreaterThan(50)
        .allSatisfy(c -> assertThat(c.title()).isNotBlank());
  }

  @Test
  void soAreTheSamples() throws Exception {
    HttpFile file = HttpFile.parse(Files.readString(Path.of("../docs/http/samples.http")));
    assertThat(file.calls())
        .hasSizeGreaterThan(15)
        .allSatisfy(c -> assertThat(c.title()).isNotBlank());
  }
}
