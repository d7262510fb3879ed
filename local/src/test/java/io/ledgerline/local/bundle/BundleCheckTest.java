package io.ledgerline.local.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.local.command.VerifyCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BundleCheckTest {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final StringWriter text = new StringWriter();
  private KeyPair key;

  @TempDir Path folder;

  @BeforeEach
  void aBundle() throws GeneralSecurityException {
    key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    entries.put("report.csv", bytes("a,b\n"));
    entries.put("manifest.json", manifest("report.csv"));
    entries.put("manifest.sig", signed(entries.get("manifest.json"), key));
  }

  @Test
  void aBundleAsItWasSignedIsProved() throws IOException {
    assertThat(verify()).isZero();
    assertThat(text.toString())
        .contains("All files are as they were signed", "came with the bundle");
  }

  @Test
  void withTheRightKeyNothingIsLeftToCompare() throws IOException {
    assertThat(verify("--key", pem(key).toString())).isZero();
    assertThat(text.toString()).doesNotContain("came with the bundle");
  }

  @Test
  void aKeyOfSomebodyElseProvesNothing() throws Exception {
    KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    assertThat(verify("--key", pem(other).toString())).isEqualTo(1);
    assertThat(text.toString()).contains("not the expected");
  }

  @Test
  void whatWasChangedMissingOrAddedIsNamed() throws IOException {
    entries.put("report.csv", bytes("a,c\n"));
    entries.put("extra.csv", bytes("x"));
    assertThat(verify()).isEqualTo(1);
    assertThat(text.toString()).contains("'report.csv' was changed", "'extra.csv' was added");
    entries.remove("report.csv");
    assertThat(verify()).isEqualTo(1);
    assertThat(text.toString()).contains("'report.csv' is missing");
  }

  @Test
  void aLongerFileThanWasSignedIsNotReadToItsEnd() throws IOException {
    entries.put("report.csv", new byte[50 << 20]);
    assertThat(verify()).isEqualTo(1);
    assertThat(text.toString()).contains("'report.csv' was changed");
  }

  @Test
  void aManifestThatWasChangedIsNotSigned() throws IOException {
    String told = new String(entries.get("manifest.json"), StandardCharsets.UTF_8);
    entries.put("manifest.json", bytes(told.replace("acme", "evil")));
    assertThat(verify()).isEqualTo(1);
    assertThat(text.toString()).contains("the signature is not that of manifest.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "manifest.sig"})
  void withoutManifestOrSignatureNothingIsProved(String name) throws IOException {
    entries.remove(name);
    assertThat(verify()).isEqualTo(1);
    assertThat(text.toString()).contains(name + " is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../evil.sh", "/etc/passwd", "a/b.csv", "a\\b.csv", "..", "x\u001b[2J.csv"})
  void aNameThatLeadsElsewhereIsRefusedEvenWhenSigned(String name) throws Exception {
    entries.put(name, entries.remove("report.csv"));
    entries.put("manifest.json", manifest(name));
    entries.put("manifest.sig", signed(entries.get("manifest.json"), key));
    assertThat(verify()).isEqualTo(1);
    assertThat(text.toString()).contains("may lead out of a folder").doesNotContain("\u001b");
  }

  @Test
  void whatIsNoBundleCouldNotBeVerified() throws IOException {
    Path file = Files.writeString(folder.resolve("x.zip"), "no zip");
    assertThat(run(file.toString())).isEqualTo(3);
    assertThat(run(folder.resolve("none.zip").toString())).isEqualTo(3);
    assertThat(verify("--key", file.toString())).isEqualTo(3);
    assertThat(run("--key", file.toString())).isEqualTo(3);
  }

  private int verify(String... more) throws IOException {
    Path file = folder.resolve("bundle.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    String[] arguments = new String[more.length + 1];
    arguments[0] = file.toString();
    System.arraycopy(more, 0, arguments, 1, more.length);
    return run(arguments);
  }

  private int run(String... arguments) {
    return new CommandLine(new VerifyCommand())
        .setOut(new PrintWriter(text, true))
        .setErr(new PrintWriter(text, true))
        .execute(arguments);
  }

  private byte[] manifest(String name) throws GeneralSecurityException {
    byte[] file = bytes("a,b\n");
    String quoted = name.replace("\\", "\\\\").replace("\u001b", "\\u001b");
    return bytes(
        """
        {"manifestVersion":1,"tenant":"acme","files":[{"name":"%s","size":%d,"sha256":"%s"}],
         "signedBy":{"publicKey":"%s"}}"""
            .formatted(
                quoted,
                file.length,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)),
                Base64.getEncoder().encodeToString(key.getPublic().getEncoded())));
  }

  private Path pem(KeyPair pair) throws IOException {
    return Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
  }

  private static byte[] signed(byte[] manifest, KeyPair pair) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(manifest);
    return signature.sign();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
