package io.ledgerline.local.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Holds a bundle against its manifest, and the manifest against its signature. Reads each file once
 * and never more of it than the manifest allows; unpacks nothing.
 */
public final class BundleCheck {
  private static final String MANIFEST = "manifest.json";
  private static final String SIGNATURE = "manifest.sig";
  private static final int MAX_ENTRIES = 10_000;
  private static final int MAX_MANIFEST = 16 << 20;
  private static final int SIGNATURE_BYTES = 64;
  private static final int BLOCK = 64 * 1024;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  private final ZipFile zip;
  private final PublicKey expected;
  private final List<String> findings = new ArrayList<>();

  private BundleCheck(ZipFile zip, PublicKey expected) {
    this.zip = zip;
    this.expected = expected;
  }

  /**
   * Checks a bundle.
   *
   * @param expected the key it must be signed with; null to take the one it carries
   * @throws IOException when it is no archive, or cannot be read
   */
  public static BundleVerdict check(Path archive, PublicKey expected) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      return new BundleCheck(zip, expected).check();
    }
  }

  private BundleVerdict check() throws IOException {
    Map<String, ZipEntry> entries = entries();
    byte[] manifest = small(entries.get(MANIFEST), MANIFEST, MAX_MANIFEST);
    byte[] signature = small(entries.get(SIGNATURE), SIGNATURE, SIGNATURE_BYTES);
    JsonNode told = parsed(manifest);
    String keyId = told == null ? null : checkSignature(told, manifest, signature);
    if (told != null) {
      checkFiles(told, entries);
    }
    return new BundleVerdict(told, keyId, expected != null, List.copyOf(findings));
  }

  private Map<String, ZipEntry> entries() {
    Map<String, ZipEntry> entries = new HashMap<>();
    zip.stream()
        .limit(MAX_ENTRIES + 1L)
        .forEach(
            entry -> {
              if (!isHarmless(entry.getName())) {
                findings.add("'" + shown(entry.getName()) + "' may lead out of a folder");
              }
              if (entries.put(entry.getName(), entry) != null) {
                findings.add("'" + shown(entry.getName()) + "' is there twice");
              }
            });
    if (zip.size() > MAX_ENTRIES) {
      findings.add("the archive has more than " + MAX_ENTRIES + " files");
    }
    return entries;
  }

  private byte[] small(ZipEntry entry, String name, int most) throws IOException {
    if (entry == null) {
      findings.add(name + " is missing");
      return null;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        findings.add(name + " is too large");
        return null;
      }
      return bytes;
    }
  }

  private JsonNode parsed(byte[] manifest) {
    if (manifest == null) {
      return null;
    }
    try {
      JsonNode told = new JsonMapper().readTree(manifest);
      if (told.path("manifestVersion").asInt() == 1 && told.path("files").isArray()) {
        return told;
      }
      findings.add("manifest.json is of a version that this tool does not know");
    } catch (IOException e) {
      findings.add("manifest.json is not readable");
    }
    return null;
  }

  /** The id of the key that signed; null when none did. */
  private String checkSignature(JsonNode told, byte[] manifest, byte[] signature) {
    try {
      PublicKey carried =
          PublicKeyFile.of(Base64.getDecoder().decode(told.at("/signedBy/publicKey").asText()));
      PublicKey key = expected == null ? carried : expected;
      if (!PublicKeyFile.idOf(key).equals(PublicKeyFile.idOf(carried))) {
        findings.add(
            "it names key %s, not the expected %s"
                .formatted(PublicKeyFile.idOf(carried), PublicKeyFile.idOf(key)));
      }
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(manifest);
      if (signature != null && check.verify(signature)) {
        return PublicKeyFile.idOf(key);
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      findings.add("its key or signature is not readable");
    }
    findings.add("the signature is not that of manifest.json");
    return null;
  }

  private void checkFiles(JsonNode told, Map<String, ZipEntry> entries) throws IOException {
    Set<String> named = new HashSet<>(Set.of(MANIFEST, SIGNATURE));
    for (JsonNode file : told.path("files")) {
      String name = file.path("name").asText();
      ZipEntry entry = entries.get(name);
      if (!named.add(name)) {
        findings.add("manifest.json names '" + shown(name) + "' twice");
      } else if (entry == null) {
        findings.add("'" + shown(name) + "' is missing");
      } else if (!isAsTold(entry, file)) {
        findings.add("'" + shown(name) + "' was changed");
      }
    }
    for (String name : new TreeSet<>(entries.keySet())) {
      if (!named.contains(name)) {
        findings.add("'" + shown(name) + "' was added");
      }
    }
  }

  private boolean isAsTold(ZipEntry entry, JsonNode file) throws IOException {
    long size = file.path("size").asLong(-1);
    MessageDigest digest = sha256();
    long read = 0;
    byte[] block = new byte[BLOCK];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(block); n >= 0 && read <= size; n = in.read(block)) {
        digest.update(block, 0, n);
        read += n;
      }
    }
    return read == size
        && HexFormat.of().formatHex(digest.digest()).equals(file.path("sha256").asText());
  }

  private static boolean isHarmless(String name) {
    return NAME.matcher(name).matches() && !name.contains("..");
  }

  /** A name as a terminal may show it. */
  static String shown(String text) {
    return text.replaceAll("[^\\x20-\\x7E]", "?");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
