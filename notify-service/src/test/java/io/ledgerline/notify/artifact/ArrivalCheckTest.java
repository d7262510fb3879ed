package io.ledgerline.notify.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ledgerline.contracts.message.ArtifactRef;
import io.ledgerline.platform.objectstore.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArrivalCheckTest {
  private static final byte[] BYTES = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

  @Property
  void theAnnouncedBytesPassHoweverTheyAreCut(
      @ForAll byte[] bytes, @ForAll @IntRange(min = 0, max = 100) int cut) {
    int at = Math.min(cut, bytes.length);
    ArrivalCheck check = new ArrivalCheck(announcing(bytes));
    check.take(Arrays.copyOfRange(bytes, 0, at));
    check.take(Arrays.copyOfRange(bytes, at, bytes.length));
    assertThatCode(check::complete).doesNotThrowAnyException();
  }

  @Test
  void fewerBytesAreNotSent() {
    ArrivalCheck check = new ArrivalCheck(announcing(BYTES));
    check.take(Arrays.copyOf(BYTES, 3));
    assertRetried(check::complete, "3 bytes instead of 8");
  }

  @Test
  void moreBytesAreNotEvenRead() {
    ArrivalCheck check = new ArrivalCheck(announcing(BYTES));
    check.take(BYTES);
    assertRetried(() -> check.take(new byte[1]), "more than 8 bytes");
  }

  @Test
  void otherBytesAreNotSent() {
    ArrivalCheck check = new ArrivalCheck(announcing(BYTES));
    check.take("a,b\n1,3\n".getBytes(StandardCharsets.UTF_8));
    assertRetried(check::complete, "another SHA-256");
  }

  private static void assertRetried(ThrowingCallable work, String detail) {
    ArtifactUnavailableException failure =
        catchThrowableOfType(ArtifactUnavailableException.class, work);
    assertThat(failure).hasMessageContaining(detail);
    assertThat(failure.isPermanent()).isFalse();
  }

  private static ArtifactRef announcing(byte[] bytes) {
    return new ArtifactRef(new UUID(0, 1), "a.csv", "text/csv", bytes.length, Sha256.of(bytes));
  }
}
