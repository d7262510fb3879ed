package io.ledgerline.ingest.ledger.canon;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.contracts.usage.UsageEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
  private static final Instant TIME = Instant.parse("2023-11-16T18:15:46.680590Z");
  private static final PrincipalId ALICE = new PrincipalId(new UUID(1, 2));

  private static UsageEvent event(Instant time, String tokens, Labels tags) {
    return new UsageEvent(
        new EventIdentity(new SourceName("gateway"), "1"),
        time,
        new Origin("account", "alice", null, "search"),
        new ServiceUse("openai", "gpt-4o", "eu", "chat"),
        PriceClass.of(Map.of("tier", "batch")),
        Quantities.fromNumbers(Map.of("input_tokens", new BigDecimal(tokens))),
        tags,
        Labels.NONE);
  }

  private static UUID body(UsageEvent event) {
    return new CanonicalForm().body(event, ALICE);
  }

  @Test
  void aNumberIsItsValueHoweverItIsWritten() {
    assertThat(body(event(TIME, "1.0", Labels.NONE)))
        .isEqualTo(body(event(TIME, "1", Labels.NONE)))
        .isEqualTo(body(event(TIME, "0.1E+1", Labels.NONE)))
        .isNotEqualTo(body(event(TIME, "1.01", Labels.NONE)));
  }

  @Test
  void anAbsentTimeIsAValueOfItsOwn() {
    assertThat(body(event(null, "1", Labels.NONE)))
        .isEqualTo(body(event(null, "1", Labels.NONE)))
        .isNotEqualTo(body(event(Instant.EPOCH, "1", Labels.NONE)));
  }

  @Test
  void everyMicrosecondAndEveryTagMatters() {
    assertThat(body(event(TIME, "1", Labels.NONE)))
        .isNotEqualTo(body(event(TIME.plusNanos(1000), "1", Labels.NONE)))
        .isNotEqualTo(body(event(TIME, "1", Labels.of(Map.of("team", "a")))));
    assertThat(body(event(TIME, "1", Labels.of(Map.of("ab", "c")))))
        .isNotEqualTo(body(event(TIME, "1", Labels.of(Map.of("a", "bc")))));
  }

  @Test
  void aPersonIsInTheDigestOnlyBySurrogate() {
    UsageEvent event = event(TIME, "1", Labels.NONE);

    assertThat(new CanonicalForm().body(event, ALICE))
        .isNotEqualTo(new CanonicalForm().body(event, new PrincipalId(new UUID(3, 4))))
        .isNotEqualTo(new CanonicalForm().body(event, null));
  }

  @Test
  void identityIsTenantSourceAndIdAndNothingElse() {
    EventIdentity identity = new EventIdentity(new SourceName("s"), "1");

    assertThat(new CanonicalForm().identity(TenantId.DEFAULT, identity))
        .isNotEqualTo(new CanonicalForm().identity(new TenantId("other"), identity))
        .isNotEqualTo(
            new CanonicalForm()
                .identity(TenantId.DEFAULT, new EventIdentity(new SourceName("s1"), "1")))
        .isEqualTo(
            new CanonicalForm()
                .identity(TenantId.DEFAULT, new EventIdentity(new SourceName("s"), "1")));
  }

  /** Keys are kept for ever: a change of these values would make every repeat a new event. */
  @Test
  void versionOneStaysAsItIs() {
    UsageEvent event = event(TIME, "10", Labels.of(Map.of("team", "search")));

    assertThat(new CanonicalForm().identity(TenantId.DEFAULT, event.identity()))
        .hasToString("e01c004f-1066-3a68-653f-9baae3d95401");
    assertThat(new CanonicalForm().body(event, ALICE))
        .hasToString("aa07ca70-c946-de90-5f79-441bdaad9bfc");
  }
}
