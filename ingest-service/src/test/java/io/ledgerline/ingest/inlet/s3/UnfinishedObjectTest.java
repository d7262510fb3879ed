package io.ledgerline.ingest.inlet.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.platform.objectstore.ObjectAddress;
import io.ledgerline.platform.objectstore.ObjectHead;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnfinishedObjectTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final String UUID_BEHIND = "-0b8e1f5e-4c1c-4a7e-9f1e-0a1b2c3d4e5f";

  private static boolean unfinished(String key, long secondsAgo) {
    return UnfinishedObject.is(
        new ObjectHead(new ObjectAddress("b", key), 1, "e", NOW.minusSeconds(secondsAgo)), NOW);
  }

  @Test
  void aNameWithAUuidBehindItIsLeftForAMinute() {
    assertThat(unfinished("a/x.json.gz" + UUID_BEHIND, 1)).isTrue();
    assertThat(unfinished("a/x.json.gz" + UUID_BEHIND, 61)).isFalse();
  }

  @Test
  void otherNamesAreTakenAtOnce() {
    assertThat(unfinished("a/20260131T120000000Z_0a1b2c3d4e5f6071.json.gz", 0)).isFalse();
    assertThat(unfinished("a/x" + UUID_BEHIND + ".json.gz", 0)).isFalse();
  }
}
