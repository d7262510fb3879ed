package io.ledgerline.local.suite;

import io.ledgerline.local.process.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The keys that exist before anybody has made one: the local admin's, and those that services show
 * each other. Made at random once per data folder; services are given their SHA-256 only.
 *
 * @param admin all rights
 * @param reportService how report-service reads from ingest-service
 * @param notifyService how notify-service reads from report-service
 */
record SuiteKeys(String admin, String reportService, String notifyService) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PREFIX_BYTES = 4;
  private static final int SECRET_BYTES = 32;

  static SuiteKeys in(SuiteFolder folder) throws IOException {
    return new SuiteKeys(
        keyIn(folder.adminKey()),
        keyIn(folder.data().resolve("report.key")),
        keyIn(folder.data().resolve("notify.key")));
  }

  private static String keyIn(Path file) throws IOException {
    if (!Files.exists(file)) {
      String prefix = HexFormat.of().formatHex(random(PREFIX_BYTES));
      String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES));
      PrivateFiles.write(file, "ll_" + prefix + "_" + secret + "\n");
    }
    return Files.readString(file).strip();
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static String sha256(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "SuiteKeys[not shown]";
  }
}
