package io.ledgerline.report.artifact.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DownloadLinksTest {
  private record Configured(
      Optional<String> secret, Duration validity, Duration longestValidity, Optional<URI> baseUrl)
      implements LinkConfig {
    Configured(String secret) {
      this(Optional.ofNullable(secret), Duration.ofHours(1), Duration.ofDays(7), Optional.empty());
    }
  }

  @Test
  void aSecretOfEnoughCharactersIsTaken() {
    assertThat(DownloadLinks.configured(new Configured("x".repeat(32)))).isPresent();
    assertThat(DownloadLinks.configured(new Configured(null))).isEmpty();
  }

  @Test
  void aShortSecretIsRefusedWithAWayOutAndNotShown() {
    assertThatThrownBy(() -> DownloadLinks.configured(new Configured("hunter2")))
        .isInstanceOf(IllegalStateException.class)
        .message()
        .contains("ledgerline.downloads.secret", "32 characters", "openssl rand")
        .doesNotContain("hunter2");
  }
}
