package io.ledgerline.report.report.bundle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.report.report.bundle.Pem;
import io.ledgerline.report.report.bundle.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
  @TempDir private Path folder;

  private record Configured(Optional<String> privateKey, Optional<Path> privateKeyFile)
      implements SigningConfig {}

  private static void refused(SigningConfig config, String... words) {
    assertThatThrownBy(() -> SigningKeys.configured(config))
        .isInstanceOf(IllegalStateException.class)
        .message()
        .contains(words);
  }

  private SigningConfig file(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("signing.pem"), text);
    return new Configured(Optional.of("not looked at"), Optional.of(file));
  }

  @Test
  void aMountedKeyGoesBeforeOneInAVariable() throws IOException {
    SigningKey key = SigningKey.generate();
    String pem = Pem.write("PRIVATE KEY", key.pkcs8());
    assertThat(SigningKeys.configured(file(pem)).orElseThrow().id()).isEqualTo(key.id());
    assertThat(
            SigningKeys.configured(new Configured(Optional.of(pem), Optional.empty()))
                .orElseThrow()
                .id())
        .isEqualTo(key.id());
    assertThat(SigningKeys.configured(new Configured(Optional.empty(), Optional.empty())))
        .isEmpty();
  }

  @Test
  void whatIsNoEd25519KeyIsRefusedWithTheSettingsNameAndAWayOut()
      throws IOException, NoSuchAlgorithmException {
    refused(file("hello"), "private-key-file", "signing.pem", "openssl genpkey");
    byte[] rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
    refused(file(Pem.write("PRIVATE KEY", rsa)), "no Ed25519 key");
    refused(
        new Configured(Optional.of("-----BEGIN PRIVATE KEY-----"), Optional.empty()),
        "ledgerline.signing.private-key ");
    refused(
        new Configured(Optional.empty(), Optional.of(folder.resolve("nowhere.pem"))),
        "cannot be read",
        "nowhere.pem");
  }

  @Test
  void theRefusalDoesNotShowTheKey() {
    assertThatThrownBy(
            () ->
                SigningKeys.configured(
                    new Configured(
                        Optional.of(
                            "-----BEGIN PRIVATE KEY-----\nc2VjcmV0c2VjcmV0\n-----END PRIVATE KEY-----"),
                        Optional.empty())))
        .isInstanceOf(IllegalStateException.class)
        .hasNoCause()
        .message()
        .doesNotContain("c2VjcmV0");
  }
}
