package io.ledgerline.notify.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.message.ArtifactRef;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactFailuresTest {
  private static final ArtifactRef ARTIFACT =
      new ArtifactRef(new UUID(0, 1), "a.csv", "text/csv", 1, "00");

  @ParameterizedTest
  @ValueSource(ints = {404, 410, 400, 406})
  void whatWillNeverBeThereIsNotAskedForAgain(int status) {
    assertThat(failure(status).isPermanent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 408, 429, 500, 502, 503, 504})
  void whatMayBeMendedIsAskedForAgain(int status) {
    assertThat(failure(status).isPermanent()).isFalse();
  }

  @Test
  void aRefusedKeyIsNamedByItsSetting() {
    assertThat(failure(401)).hasMessageContaining("ledgerline.report.api-key");
  }

  @Test
  void aServiceThatIsAwayMayComeBack() {
    ArtifactUnavailableException failure =
        ArtifactFailures.translate(
            ARTIFACT, new IllegalStateException(new ConnectException("Connection refused")));
    assertThat(failure.isPermanent()).isFalse();
    assertThat(failure).hasMessageContaining("Connection refused");
    assertThat(ArtifactFailures.translate(ARTIFACT, failure)).isSameAs(failure);
  }

  private static ArtifactUnavailableException failure(int status) {
    return ArtifactFailures.translate(ARTIFACT, new WebApplicationException(status));
  }
}
