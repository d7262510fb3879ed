package io.ledgerline.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceCredentialTest {
  private static final TenantId ACME = new TenantId("acme");

  private static KnownKey key(TenantId tenant, String... roles) {
    return new KnownKey(
        "report", "report", tenant, Set.of(roles), "0".repeat(64), null, false, null);
  }

  private static ServiceCredential parsed(String text) {
    return ServiceCredential.parse(text).orElseThrow();
  }

  @Test
  void aServiceShowsItsKeyAndTheTenantItActsFor() {
    assertThat(ServiceCredential.bearer("secret", ACME)).isEqualTo("Bearer secret@acme");
    assertThat(ServiceCredential.bearer("secret", TenantId.DEFAULT)).isEqualTo("Bearer secret");
    assertThat(parsed("secret@acme")).isEqualTo(new ServiceCredential("secret", ACME));
    assertThat(parsed("secret").actingFor()).isNull();
  }

  @Test
  void whatCannotBeATenantIsNone() {
    assertThat(ServiceCredential.parse("secret@")).isEmpty();
    assertThat(ServiceCredential.parse("secret@a b")).isEmpty();
  }

  @Test
  void aServiceActsForATenantAsAServiceAndNothingElse() {
    KnownKey acting =
        parsed("secret@acme")
            .applied(key(TenantId.DEFAULT, Roles.SERVICE, Roles.ADMIN))
            .orElseThrow();
    assertThat(acting.tenant()).isEqualTo(ACME);
    assertThat(acting.roles()).containsExactly(Roles.SERVICE);
  }

  @Test
  void nobodyElseDoes() {
    assertThat(parsed("secret@acme").applied(key(TenantId.DEFAULT, Roles.ADMIN))).isEmpty();
    assertThat(parsed("secret@acme").applied(key(new TenantId("other"), Roles.SERVICE))).isEmpty();
  }

  @Test
  void theTextTellsNoSecret() {
    assertThat(parsed("secret@acme").toString()).doesNotContain("secret");
  }
}
