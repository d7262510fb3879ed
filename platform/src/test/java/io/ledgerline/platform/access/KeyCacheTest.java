package io.ledgerline.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyCacheTest {
  private static final KnownKey KEY =
      new KnownKey("0123abcd", "k", TenantId.DEFAULT, Set.of("viewer"), "00", null, false, null);

  private final AtomicInteger asked = new AtomicInteger();
  private Instant now = Instant.parse("2026-11-21T00:00:00Z");
  private Uni<Optional<KnownKey>> answer = Uni.createFrom().item(Optional.of(KEY));
  private final InstantSource clock = () -> now;
  private final KeyCache cache =
      new KeyCache(
          prefix -> {
            asked.incrementAndGet();
            return answer;
          },
          Duration.ofSeconds(3),
          clock);

  @Test
  void aKeyIsAskedForOnceInAFewSeconds() {
    assertThat(find()).contains(KEY);
    now = now.plusSeconds(2);
    assertThat(find()).contains(KEY);
    assertThat(asked).hasValue(1);

    now = now.plusSeconds(1);
    find();
    assertThat(asked).hasValue(2);
  }

  @Test
  void thatThereIsNoKeyIsRememberedToo() {
    answer = Uni.createFrom().item(Optional.empty());

    assertThat(find()).isEmpty();
    assertThat(find()).isEmpty();
    assertThat(asked).hasValue(1);
  }

  @Test
  void aChangedKeyIsAskedForAgainAtOnce() {
    find();
    cache.forget("0123abcd");
    find();

    assertThat(asked).hasValue(2);
  }

  @Test
  void aFailureIsPassedOnAndNotRemembered() {
    answer = Uni.createFrom().failure(new IllegalStateException("away"));
    assertThatThrownBy(this::find).hasMessage("away");

    answer = Uni.createFrom().item(Optional.of(KEY));
    assertThat(find()).contains(KEY);
  }

  private Optional<KnownKey> find() {
    return cache.find("0123abcd").await().indefinitely();
  }
}
