package io.ledgerline.contracts.message;

import static io.ledgerline.contracts.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.contracts.Json;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTargetTest {
  @Test
  void theChannelTellsTheKindsApart() throws JsonProcessingException {
    assertThat(read("{\"channel\":\"email\",\"to\":[\"a@b.example\"],\"cc\":[]}"))
        .isEqualTo(new DeliveryTarget.Email(List.of("a@b.example")));
    assertThat(read("{\"channel\":\"s3\",\"bucket\":\"reports\"}"))
        .isEqualTo(new DeliveryTarget.S3("reports", null));
    assertThatThrownBy(() -> read("{\"channel\":\"fax\",\"to\":\"1\"}"))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void targetsComeBackAsTheyWere() throws JsonProcessingException {
    List<DeliveryTarget> targets =
        List.of(
            new DeliveryTarget.Email(List.of("a@b.example", "c@d.example")),
            new DeliveryTarget.S3("reports", "a/b=1/"),
            new DeliveryTarget.S3("reports", ""));
    for (DeliveryTarget target : targets) {
      String json = Json.write(target);
      assertThat(json).contains("\"channel\":\"" + target.channel() + "\"");
      assertThat(read(json)).isEqualTo(target);
    }
  }

  @Test
  void anAddressTellsTargetsOfOneChannelApart() {
    assertThat(new DeliveryTarget.Email(List.of("a@b.example", "c@d.example")).address())
        .isEqualTo("a@b.example,c@d.example");
    assertThat(new DeliveryTarget.S3("reports", "x/").address()).isEqualTo("s3://reports/x/");
    assertThat(new DeliveryTarget.S3("reports", null).address()).isEqualTo("s3://reports/");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "alice",
        "@b",
        "a@",
        "a b@c",
        "a@b,c@d",
        "Alice <a@b>",
        "a@b\r\nBcc: x@y",
        "a\u0000@b",
        "\"a\"@b",
        "a@@b"
      })
  void onlyPlainMailAddressesAreTaken(String address) {
    assertRefused(
        () -> new DeliveryTarget.Email(Collections.singletonList(address)),
        "to",
        "invalid-address");
  }

  @Test
  void aMailHas1To50Recipients() {
    assertRefused(() -> new DeliveryTarget.Email(null), "to", "invalid-recipients");
    assertRefused(() -> new DeliveryTarget.Email(List.of()), "to", "invalid-recipients");
    assertRefused(
        () -> new DeliveryTarget.Email(Collections.nCopies(51, "a@b")), "to", "invalid-recipients");
    assertThat(new DeliveryTarget.Email(Collections.nCopies(50, "a@b")).to()).hasSize(50);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "ab", "Reports", "a..b", "-ab", "a_b", "a/b", "ab-"})
  void aBucketHasABucketsName(String bucket) {
    assertRefused(() -> new DeliveryTarget.S3(bucket, null), "bucket", "invalid-bucket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "/", "/a/", "a//b/", "../", "a/../b/", "./", "a b/", "a\\b/"})
  void aKeyPrefixIsMadeOfWholeFolders(String prefix) {
    assertRefused(
        () -> new DeliveryTarget.S3("reports", prefix), "keyPrefix", "invalid-key-prefix");
  }

  private static DeliveryTarget read(String json) throws JsonProcessingException {
    return Json.read(json, DeliveryTarget.class);
  }
}
