package io.ledgerline.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTextTest {
  @Test
  void aNewKeyHasItsShapeAndIsUnlikeTheNext() {
    KeyText one = KeyText.generate(new SecureRandom());
    KeyText two = KeyText.generate(new SecureRandom());

    assertThat(one.text()).matches("ll_[0-9a-f]{8}_[A-Za-z0-9_-]{43}");
    assertThat(one.text()).startsWith("ll_" + one.prefix() + "_");
    assertThat(one).isNotEqualTo(two);
    assertThat(KeyText.parse(one.text())).contains(one);
  }

  @Test
  void theSecretIsNotInWhatALogWouldShow() {
    KeyText key = KeyText.generate(new SecureRandom());

    assertThat(key.toString()).doesNotContain(key.text().substring(12));
  }

  @Test
  void otherTextsAreNoKeys() {
    assertThat(KeyText.parse("")).isEmpty();
    assertThat(KeyText.parse("ll_0000000g_" + "a".repeat(43))).isEmpty();
    assertThat(KeyText.parse("ll_00000000_" + "a".repeat(42))).isEmpty();
  }

  @Test
  void aKnownKeyFitsItsOwnTextOnly() {
    KeyText text = KeyText.generate(new SecureRandom());
    KnownKey known = known(text, null, false);

    assertThat(known.matches(KeyText.sha256(text.text()))).isTrue();
    assertThat(known.matches(KeyText.sha256(text.text() + "x"))).isFalse();
  }

  @Test
  void aKeyEndsWhenItExpiresOrIsRevoked() {
    KeyText text = KeyText.generate(new SecureRandom());
    Instant end = Instant.parse("2026-11-21T00:00:00Z");

    assertThat(known(text, end, false).isUsable(end.minusMillis(1))).isTrue();
    assertThat(known(text, end, false).isUsable(end)).isFalse();
    assertThat(known(text, null, true).isUsable(end)).isFalse();
  }

  @Test
  void anAdminHasEveryRoleAndOthersOnlyTheirOwn() {
    assertThat(Roles.effective(Set.of(Roles.ADMIN))).isEqualTo(Roles.ALL);
    assertThat(Roles.effective(Set.of(Roles.VIEWER))).containsExactly(Roles.VIEWER);
  }

  private static KnownKey known(KeyText text, Instant expiresAt, boolean revoked) {
    return new KnownKey(
        text.prefix(),
        "a key",
        TenantId.DEFAULT,
        Set.of(Roles.VIEWER),
        text.sha256(),
        expiresAt,
        revoked,
        null);
  }
}
