package io.ledgerline.report.report.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.reconciliation.Reconciliation;
import io.ledgerline.report.reconciliation.Sums;
import io.ledgerline.report.report.PeriodSpec;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunMarks;
import io.ledgerline.report.report.RunRequest;
import io.ledgerline.report.report.RunState;
import io.ledgerline.report.report.RunTotals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
  private static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final SigningKey KEY = SigningKey.generate();

  @TempDir Path folder;

  @Test
  void aBundleIsProvedWithTheSignatureAndDigestsOfAnyTool() throws Exception {
    Path archive = write("a.zip", "report.csv", "a,b\n");
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      assertThat(Collections.list(zip.entries()).stream().map(ZipEntry::getName))
          .containsExactly("manifest.json", "manifest.sig", "report.csv");
      byte[] manifest = bytes(zip, "manifest.json");
      assertThat(isSigned(manifest, bytes(zip, "manifest.sig"))).isTrue();
      JsonNode read = new JsonMapper().readTree(manifest);
      JsonNode file = read.at("/files/0");
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(zip, "report.csv"));
      assertThat(file.get("name").asText()).isEqualTo("report.csv");
      assertThat(file.get("sha256").asText()).isEqualTo(HexFormat.of().formatHex(digest));
      assertThat(file.get("size").asLong()).isEqualTo(4);
      assertThat(read.at("/totals/charges").asText()).isEqualTo("0.10");
      assertThat(read.at("/signedBy/keyId").asText()).isEqualTo(KEY.id());
      assertThat(read.at("/reconciliation/result").asText()).isEqualTo("RECONCILED");
    }
  }

  @Test
  void madeAgainItIsTheSameByteByByte() throws Exception {
    assertThat(write("1.zip", "report.csv", "x"))
        .hasSameBinaryContentAs(write("2.zip", "report.csv", "x"));
  }

  @Test
  void aFileThatIsCalledLikeTheManifestIsRefused() {
    assertThatThrownBy(() -> write("b.zip", "manifest.json", "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyReadFromItsTextIsTheSameKey() {
    SigningKey read = SigningKey.ofPem("# ours\n" + Pem.write("PRIVATE KEY", KEY.pkcs8()));
    assertThat(read.id()).isEqualTo(KEY.id());
    assertThat(read.publicKey()).isEqualTo(KEY.publicKey());
    assertThat(read.sign(new byte[] {1})).isEqualTo(KEY.sign(new byte[] {1}));
    assertThat(read).hasToString("SigningKey[" + KEY.id() + "]");
  }

  @Test
  void whatIsNoKeyIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> SigningKey.ofPem("topsecret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("topsecret");
    assertThatThrownBy(() -> SigningKey.ofPem(Pem.write("PRIVATE KEY", new byte[40])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Path write(String archive, String name, String text)
      throws IOException, GeneralSecurityException {
    Path file = Files.writeString(folder.resolve("content"), text);
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    Manifest.Entry entry =
        new Manifest.Entry(name, "text/csv", text.length(), HexFormat.of().formatHex(digest));
    Path path = folder.resolve(archive);
    Bundle.write(path, manifest(entry), KEY, List.of(new ReportFiles.File(file, name, "text/csv")));
    return path;
  }

  private static Manifest manifest(Manifest.Entry entry) {
    Period day = Period.ofDay(LocalDate.of(2026, 1, 31), ZoneOffset.UTC);
    Instant now = Instant.parse("2026-02-01T00:00:00.5Z");
    RunRequest request =
        new RunRequest(
            "daily-usage",
            new PeriodSpec.Day(LocalDate.of(2026, 1, 31), ZoneOffset.UTC),
            List.of());
    ReportRun run =
        new ReportRun(
            RUN,
            new TenantId("acme"),
            request,
            day,
            RunState.RUNNING,
            null,
            now,
            null,
            1,
            1,
            7L,
            "ab",
            now,
            false,
            null,
            null,
            null,
            null);
    RunTotals totals =
        new RunTotals(
            3,
            1,
            new TreeMap<>(Map.of("input_tokens", new BigDecimal("12"))),
            new BigDecimal("0.10"),
            "USD",
            new RunTotals.Unrated(0, List.of(), new TreeMap<>(), new TreeMap<>()),
            List.of());
    Sums sums = Sums.of(3, new TreeMap<>());
    Reconciliation proof =
        new Reconciliation(Reconciliation.Result.RECONCILED, sums, sums, sums, 2, 0, List.of(), 0);
    return new Manifest(
        "test", run, new RunMarks(now, 7, "ab", now), false, totals, proof, List.of(entry));
  }

  private static boolean isSigned(byte[] manifest, byte[] signature)
      throws GeneralSecurityException {
    String pem = Pem.write("PUBLIC KEY", KEY.publicKey());
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    PublicKey key =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    check.update(manifest);
    return check.verify(signature);
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name)).readAllBytes();
  }
}
