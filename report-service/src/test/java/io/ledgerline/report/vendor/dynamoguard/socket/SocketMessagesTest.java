package io.ledgerline.report.vendor.dynamoguard.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketMessagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"auth\",\"data\":{\"token\":\"k\"}}",
        "{\"action\":\"auth\",\"token\":\"k\"}",
        "{\"event\":\"auth\",\"data\":{\"token\":\" k \",\"more\":1},\"x\":[]}"
      })
  void newAndOldSdksSayWhoTheyAre(String message) {
    assertThat(SocketMessages.token(message)).contains("k");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "auth",
        "[]",
        "7",
        "{\"event\":\"auth\"}",
        "{\"event\":\"auth\",\"data\":{\"token\":\"\"}}",
        "{\"event\":\"hello\",\"data\":{\"token\":\"k\"}}",
        "{\"token\":\"k\"}"
      })
  void everythingElseIsNoToken(String message) {
    assertThat(SocketMessages.token(message)).isEmpty();
  }

  @Test
  void aClientIsToldItsId() {
    assertThat(SocketMessages.clientInfo("7"))
        .isEqualTo("{\"event\":\"client-info\",\"data\":{\"id\":\"7\"}}");
  }
}
