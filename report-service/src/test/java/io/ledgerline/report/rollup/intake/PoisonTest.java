package io.ledgerline.report.rollup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoisonTest {
  @ParameterizedTest
  @CsvSource({
    "22003, true",
    "23514, true",
    "40P01, false",
    "57P01, false",
    "53300, false",
    "42P01, false"
  })
  void onlyValuesAndConstraintsAreTheRecordsFault(String sqlState, boolean poison) {
    assertThat(Poison.isPoison(new PgException("m", "ERROR", sqlState, "d"))).isEqualTo(poison);
  }

  @Test
  void aConnectionThatIsRefusedIsNotTheRecordsFault() {
    assertThat(Poison.isPoison(new ConnectException("refused"))).isFalse();
    assertThat(Poison.isPoison(new RuntimeException(new ConnectException("refused")))).isFalse();
  }

  @Test
  void aValueNobodyCanReadIsTheRecordsFault() {
    assertThat(Poison.isPoison(new IllegalArgumentException("version 9"))).isTrue();
  }
}
