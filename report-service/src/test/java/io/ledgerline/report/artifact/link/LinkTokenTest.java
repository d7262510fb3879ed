package io.ledgerline.report.artifact.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinkTokenTest {
  private static final byte[] KEY =
      LinkToken.keyOf("a secret of this test".getBytes(StandardCharsets.UTF_8));
  private static final TenantId ACME = new TenantId("acme");
  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final String TOKEN = LinkToken.write(KEY, ACME, ID, NOON);

  @Test
  void aTokenOpensItsArtifactUntilItEnds() {
    assertThat(LinkToken.opens(KEY, ACME, ID, TOKEN, NOON.minusSeconds(1))).isTrue();
    assertThat(LinkToken.opens(KEY, ACME, ID, TOKEN, NOON)).isFalse();
  }

  @Test
  void aTokenOpensNothingElse() {
    Instant now = NOON.minusSeconds(1);
    byte[] otherKey = LinkToken.keyOf(new byte[] {1});
    assertThat(LinkToken.opens(KEY, new TenantId("evil"), ID, TOKEN, now)).isFalse();
    assertThat(LinkToken.opens(KEY, ACME, UUID.randomUUID(), TOKEN, now)).isFalse();
    assertThat(LinkToken.opens(otherKey, ACME, ID, TOKEN, now)).isFalse();
    assertThat(LinkToken.opens(KEY, ACME, ID, "", now)).isFalse();
    assertThat(LinkToken.opens(KEY, ACME, ID, "*".repeat(54), now)).isFalse();
  }

  @Property(tries = 300)
  void aTokenThatWasAlteredAnywhereOpensNothing(
      @ForAll @IntRange(min = 0, max = 52) int at, @ForAll @IntRange(min = 1, max = 25) int by) {
    char old = TOKEN.charAt(at);
    char altered = (char) ('A' + (Math.floorMod(old - 'A', 26) + by) % 26);
    String token = TOKEN.substring(0, at) + altered + TOKEN.substring(at + 1);
    if (altered != old) {
      assertThat(LinkToken.opens(KEY, ACME, ID, token, NOON.minusSeconds(1))).isFalse();
    }
  }
}
