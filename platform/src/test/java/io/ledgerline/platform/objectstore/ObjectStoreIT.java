package io.ledgerline.platform.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.platform.objectstore.ObjectStoreException.Reason;
import io.ledgerline.testkit.LedgerlineParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(LedgerlineParts.class)
class ObjectStoreIT {
  private static final String BUCKET = "platform-objects";
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);
  private static final String HELLO_SHA256 =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  @Inject ObjectStore store;

  @BeforeEach
  void bucket() {
    await(store.ensureBucket(BUCKET));
  }

  @Test
  void bytesComeBackWithTheirDigest() {
    ObjectAddress address = new ObjectAddress(BUCKET, "a/b c+d.txt");

    StoredObject stored = await(store.put(address, HELLO, "text/plain"));

    assertThat(stored).isEqualTo(new StoredObject(address, 5, HELLO_SHA256));
    assertThat(await(store.get(address, 5))).isEqualTo(HELLO);
    assertThat(await(store.head(address)).orElseThrow().size()).isEqualTo(5);
  }

  @Test
  void aFileIsWrittenAndReadAsAStream(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large.bin");
    Files.write(file, new byte[3_000_000]);
    ObjectAddress address = new ObjectAddress(BUCKET, "large.bin");

    StoredObject stored = await(store.put(address, file, "application/octet-stream"));

    assertThat(stored.sha256()).isEqualTo(Sha256.of(file));
    Long size = await(store.read(address, (head, body) -> body.transferTo(nowhere())));
    Integer first = await(store.read(address, (head, body) -> body.read()));
    assertThat(size).isEqualTo(3_000_000L);
    assertThat(first).isZero();
    try (InputStream body = store.open(address)) {
      assertThat(body.readNBytes(10)).hasSize(10);
    }
  }

  @Test
  void aLargeFileGoesInPartsAndComesBackWhole(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("parts.bin");
    byte[] some = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 34; i++) {
        Arrays.fill(some, (byte) i);
        out.write(some);
      }
      out.write(7);
    }
    ObjectAddress address = new ObjectAddress(BUCKET, "parts.bin");

    StoredObject stored = await(store.put(address, file, "text/csv"));

    assertThat(stored.size()).isEqualTo((34L << 20) + 1);
    assertThat(await(store.head(address)).orElseThrow().size()).isEqualTo(stored.size());
    String digest =
        await(
            store.read(
                address,
                (head, body) -> {
                  Path copy = folder.resolve("copy.bin");
                  Files.copy(body, copy);
                  return Sha256.of(copy);
                }));
    assertThat(digest).isEqualTo(stored.sha256());
  }

  @Test
  void anObjectAboveTheBoundIsNotRead() {
    ObjectAddress address = new ObjectAddress(BUCKET, "bound.txt");
    await(store.put(address, HELLO, "text/plain"));

    assertReason(store.get(address, 4), Reason.TOO_LARGE);
  }

  @Test
  void whatIsMissingIsSaidToBeMissing() {
    ObjectAddress nowhere = new ObjectAddress(BUCKET, "nowhere");

    assertThat(await(store.head(nowhere))).isEmpty();
    assertThat(await(store.hasBucket("no-such-bucket"))).isFalse();
    assertReason(store.get(nowhere, 10), Reason.MISSING_OBJECT);
    assertReason(store.list(ListRequest.of("no-such-bucket", "")), Reason.MISSING_BUCKET);
    assertReason(
        store.put(new ObjectAddress("no-such-bucket", "k"), HELLO, "text/plain"),
        Reason.MISSING_BUCKET);
  }

  @Test
  void aListGoesOnWhereThePageBeforeEnded() {
    IntStream.range(0, 5)
        .forEach(i -> await(store.put(new ObjectAddress(BUCKET, "list/" + i), HELLO, "t/p")));
    ListRequest first = new ListRequest(BUCKET, "list/", null, null, 3);

    ObjectPage one = await(store.list(first));
    ObjectPage two = await(store.list(first.next(one)));
    ObjectPage behind = await(store.list(new ListRequest(BUCKET, "list/", "list/3", null, 3)));

    assertThat(keys(one)).containsExactly("list/0", "list/1", "list/2");
    assertThat(keys(two)).containsExactly("list/3", "list/4");
    assertThat(two.continuation()).isNull();
    assertThat(keys(behind)).containsExactly("list/4");
  }

  @Test
  void anObjectCanBeRemovedTwice() {
    ObjectAddress address = new ObjectAddress(BUCKET, "removed.txt");
    await(store.put(address, HELLO, "text/plain"));

    await(store.delete(address));
    await(store.delete(address));

    assertThat(await(store.head(address))).isEmpty();
  }

  private static List<String> keys(ObjectPage page) {
    return page.objects().stream().map(o -> o.address().key()).toList();
  }

  private static void assertReason(Uni<?> call, Reason reason) {
    assertThatThrownBy(() -> await(call))
        .isInstanceOfSatisfying(
            ObjectStoreException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static <T> T await(Uni<T> call) {
    return call.await().atMost(Duration.ofSeconds(30));
  }

  private static OutputStream nowhere() {
    return OutputStream.nullOutputStream();
  }
}
