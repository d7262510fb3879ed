package io.ledgerline.report.rollup.rebuild.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.report.ledger.client.LedgerUnavailableException;
import io.ledgerline.report.rollup.Batches;
import io.ledgerline.report.rollup.RollupGrain;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerFeedTest {
  private static final MessageCodec CODEC = MessageCodec.create();

  private final List<UsageBatch> batches =
      Batches.split(new Random(3), TenantId.DEFAULT, Batches.events(new Random(3), 60));
  private final List<UUID> taken = new ArrayList<>();
  private final List<Long> sealNos = new ArrayList<>();

  private String lines() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < batches.size(); i++) {
      text.append("{\"sealNo\":%d,\"batch\":".formatted(10 + i))
          .append(new String(CODEC.encode(batches.get(i)), StandardCharsets.UTF_8))
          .append("}\n");
    }
    return text.toString();
  }

  private void read(String text) {
    InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    new LedgerFeed(2, RollupGrain.PLAIN)
        .read(
            stream,
            (some, sealNo) -> {
              some.forEach(batch -> taken.add(batch.batchId()));
              sealNos.add(sealNo);
            });
  }

  private List<UUID> ids() {
    return batches.stream().map(UsageBatch::batchId).toList();
  }

  @Test
  void batchesAreTakenAFewAtOnceWithTheSealNumberOfTheLast() {
    read(lines() + "{\"end\":true,\"count\":%d}\n".formatted(batches.size()));
    assertThat(taken).isEqualTo(ids());
    assertThat(sealNos).startsWith(11L).endsWith(9L + batches.size()).isSorted();
  }

  @Test
  void aStreamWithoutItsLastLineIsACutAndWhatCameBeforeIsKept() {
    assertThatThrownBy(() -> read(lines())).isInstanceOf(LedgerUnavailableException.class);
    assertThat(ids()).startsWith(taken.toArray(UUID[]::new));
    assertThat(taken).isNotEmpty();
  }

  @Test
  void aStreamThatBreaksOffInABatchIsACut() {
    String text = lines();
    assertThatThrownBy(() -> read(text.substring(0, text.length() - 40)))
        .isInstanceOf(LedgerUnavailableException.class);
  }

  @Test
  void aStreamWhoseCountIsAnotherHasAHole() {
    assertThatThrownBy(() -> read(lines() + "{\"end\":true,\"count\":1}"))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("hole");
  }
}
