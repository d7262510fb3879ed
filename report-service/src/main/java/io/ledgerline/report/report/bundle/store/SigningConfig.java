package io.ledgerline.report.report.bundle.store;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What report bundles are signed with. With neither key a key is made once and kept in the
 * database.
 */
@ConfigMapping(prefix = "ledgerline.signing")
public interface SigningConfig {
  /** The Ed25519 private key as a PEM text of PKCS #8, for secrets that are variables. */
  Optional<String> privateKey();

  /** A file with the same text, for secrets that are mounted; used when both are set. */
  Optional<Path> privateKeyFile();
}
