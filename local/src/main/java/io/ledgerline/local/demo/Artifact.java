package io.ledgerline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.local.suite.SuiteException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A run's file, as the run describes it.
 *
 * @param id its identity
 * @param name its file name
 * @param size its bytes
 * @param sha256 their digest
 */
record Artifact(String id, String name, long size, String sha256) {
  static Artifact of(JsonNode run) throws SuiteException {
    JsonNode artifacts = run.path("artifacts");
    for (JsonNode artifact : artifacts) {
      if (artifact.path("name").asText().endsWith(".csv")) {
        return new Artifact(
            artifact.path("id").asText(),
            artifact.path("name").asText(),
            artifact.path("size").asLong(),
            artifact.path("sha256").asText());
      }
    }
    throw new SuiteException("The completed run has no CSV artifact: " + artifacts);
  }

  /** Fails unless the bytes are this file's. */
  void checkSame(String what, byte[] bytes) throws SuiteException {
    Check.same("the SHA-256 of " + what, sha256, digest(bytes));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
