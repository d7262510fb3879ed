package io.ledgerline.local.https;

import io.ledgerline.local.process.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The certificate with which services answer https on this machine. It is signed by an authority
 * that is made once for the data folder, so that who trusts that one goes on trusting when the
 * certificate is made anew. Keys never leave the folder, which only its owner may look into.
 *
 * @param folder where keys and certificates are
 * @param host this machine's name; null when it has none that a certificate can bear
 * @param clock what time it is
 */
public record HttpsCertificate(Path folder, String host, Clock clock) {
  /** Of the key stores. It guards nothing: the files' rights do. */
  public static final String PASSWORD = "ledgerline";

  /** A certificate is good for as long as clients accept at most. */
  private static final long DAYS = 397;

  private static final long AUTHORITY_DAYS = 3_650;
  private static final Duration RENEWED_BEFORE = Duration.ofDays(60);
  private static final String AUTHORITY = "authority";
  private static final String SERVER = "https";
  private static final String HOST_NAME =
      "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*";

  /** That of a data folder, on this machine. */
  public static HttpsCertificate in(Path data) {
    return new HttpsCertificate(data.resolve("https"), hostName(), Clock.systemUTC());
  }

  private static String hostName() {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      return name.matches(HOST_NAME) && name.length() < 200 ? name : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** The key store with the server's key and its certificates. */
  public Path keyStore() {
    return folder.resolve("https.p12");
  }

  /** The authority's certificate as a PEM text: what clients trust. */
  public Path trustFile() {
    return folder.resolve("ca.pem");
  }

  private Path authorityStore() {
    return folder.resolve("ca.p12");
  }

  /**
   * Makes what is missing, ends soon or bears another host name.
   *
   * @return whether the server's certificate is a new one
   * @throws IOException when the folder cannot be written or the tool fails
   */
  public synchronized boolean renew() throws IOException {
    try {
      PrivateFiles.createFolder(folder);
      boolean newAuthority = !isGood(certificate(authorityStore(), AUTHORITY), DAYS);
      if (newAuthority) {
        makeAuthority();
      }
      X509Certificate served = certificate(keyStore(), SERVER).orElse(null);
      if (!newAuthority
          && isGood(Optional.ofNullable(served), RENEWED_BEFORE.toDays())
          && names(served).containsAll(names())) {
        return false;
      }
      makeServer();
      return true;
    } catch (GeneralSecurityException e) {
      throw new IOException("The certificates in " + folder + " cannot be read or written", e);
    }
  }

  private boolean isGood(Optional<X509Certificate> certificate, long forDays) {
    Instant needed = clock.instant().plus(Duration.ofDays(forDays));
    return certificate.filter(c -> c.getNotAfter().toInstant().isAfter(needed)).isPresent();
  }

  /** When the server's certificate ends; empty when there is none. */
  public Optional<Instant> end() throws IOException {
    try {
      return certificate(keyStore(), SERVER).map(c -> c.getNotAfter().toInstant());
    } catch (GeneralSecurityException e) {
      throw new IOException("The certificate in " + folder + " cannot be read", e);
    }
  }

  private void makeAuthority() throws IOException, GeneralSecurityException {
    Path made = fresh("ca");
    new KeyTool(made, PASSWORD)
        .makeKeyPair(
            AUTHORITY,
            "CN=Ledgerline on " + (host == null ? "this machine" : host) + ", O=Ledgerline",
            AUTHORITY_DAYS,
            List.of("bc:critical=ca:true,pathlen:0", "ku:critical=keyCertSign,cRLSign"));
    move(made, authorityStore());
    byte[] der = certificate(authorityStore(), AUTHORITY).orElseThrow().getEncoded();
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    PrivateFiles.write(
        trustFile(), "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
  }

  private void makeServer() throws IOException, GeneralSecurityException {
    Path both = fresh("https");
    Files.copy(authorityStore(), both);
    new KeyTool(both, PASSWORD)
        .makeKeyPair(
            SERVER,
            "CN=localhost, O=Ledgerline",
            DAYS,
            List.of(
                "bc:critical=ca:false",
                "ku:critical=digitalSignature",
                "eku=serverAuth",
                "san=" + String.join(",", names().stream().map(HttpsCertificate::san).toList())),
            "-signer",
            AUTHORITY);
    KeyStore store = read(both);
    Key key = store.getKey(SERVER, PASSWORD.toCharArray());
    Certificate[] chain = store.getCertificateChain(SERVER);
    KeyStore alone = KeyStore.getInstance("PKCS12");
    alone.load(null, null);
    alone.setKeyEntry(SERVER, key, PASSWORD.toCharArray(), chain);
    try (OutputStream out = Files.newOutputStream(both)) {
      alone.store(out, PASSWORD.toCharArray());
    }
    move(both, keyStore());
  }

  /** A place for a file that is not whole yet. */
  private Path fresh(String name) throws IOException {
    Path path = folder.resolve(name + ".part" + ProcessHandle.current().pid());
    Files.deleteIfExists(path);
    return path;
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.getFileStore(from).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(from, PosixFilePermissions.fromString("rw-------"));
    }
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"));
    if (host != null && !host.equals("localhost")) {
      names.add(host);
    }
    return names;
  }

  private static String san(String name) {
    boolean address = name.indexOf(':') >= 0 || name.matches("[0-9.]+");
    return (address ? "ip:" : "dns:") + name;
  }

  private static List<String> names(X509Certificate certificate) throws GeneralSecurityException {
    Collection<List<?>> all = certificate.getSubjectAlternativeNames();
    return all == null ? List.of() : all.stream().map(name -> name.get(1).toString()).toList();
  }

  private static Optional<X509Certificate> certificate(Path file, String alias)
      throws IOException, GeneralSecurityException {
    return Files.exists(file)
        ? Optional.ofNullable((X509Certificate) read(file).getCertificate(alias))
        : Optional.empty();
  }

  private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }
}
