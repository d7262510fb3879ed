package io.ledgerline.notify.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageIdsTest {
  private static final UUID ID = UUID.fromString("0a4f1d6e-3c59-8b57-9f62-51c1a0d0b7aa");

  @ParameterizedTest
  @CsvSource({
    "reports@example.org, example.org",
    "Ledgerline <reports@mail.example.org>, mail.example.org",
    "reports@example.org (Ledgerline), example.org",
    "ledgerline@localhost, localhost",
    "nobody, ledgerline.local",
    "a@b_c, ledgerline.local"
  })
  void theMessageIdFollowsFromTheDeliveryAndTheSendersDomain(String from, String domain) {
    assertThat(MessageIds.of(ID, from)).isEqualTo("<" + ID + "@" + domain + ">");
  }
}
