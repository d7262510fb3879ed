package io.ledgerline.local.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsCertificateTest {
  @TempDir private Path folder;

  @Test
  void aClientThatTrustsItConnectsAndChecksTheHostName() throws Exception {
    HttpsCertificate certificate =
        new HttpsCertificate(folder, "build-7.example", Clock.systemUTC());
    assertThat(certificate.renew()).isTrue();
    assertThat(certificate.renew()).isFalse();
    HttpsServer server = serving(certificate);
    try {
      int port = server.getAddress().getPort();
      HttpClient trusting = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
      for (String host : new String[] {"localhost", "127.0.0.1"}) {
        assertThat(status(trusting, host, port)).isEqualTo(200);
      }
      assertThatThrownBy(() -> status(HttpClient.newHttpClient(), "localhost", port))
          .isInstanceOf(SSLException.class);
      assertThatThrownBy(() -> status(trusting, "127.0.0.2", port))
          .isInstanceOf(SSLException.class);
    } finally {
      server.stop(0);
    }
    assertThat(served(certificate).getSubjectAlternativeNames())
        .extracting(name -> name.get(1).toString())
        .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "build-7.example");
  }

  @Test
  void itIsMadeAnewBeforeItEndsOrWhenTheHostHasAnotherNameAndStaysTrusted() throws Exception {
    Instant now = Instant.now();
    HttpsCertificate today = new HttpsCertificate(folder, null, Clock.systemUTC());
    today.renew();
    String trusted = Files.readString(today.trustFile());
    X509Certificate first = served(today);
    assertThat(at(now.plus(Duration.ofDays(330)), null).renew()).isFalse();
    assertThat(at(now.plus(Duration.ofDays(340)), null).renew()).isTrue();
    assertThat(served(today)).isNotEqualTo(first);
    assertThat(at(now, "renamed").renew()).isTrue();
    assertThat(at(now, "renamed").renew()).isFalse();
    assertThat(Files.readString(today.trustFile())).isEqualTo(trusted);
    served(today).verify(authority(today).getPublicKey());
    assertThat(today.end().orElseThrow())
        .isBetween(now.plus(Duration.ofDays(396)), now.plus(Duration.ofDays(398)));
  }

  @Test
  void itsKeysAreForItsOwnerAlone() throws Exception {
    HttpsCertificate certificate =
        new HttpsCertificate(folder.resolve("https"), null, Clock.systemUTC());
    certificate.renew();
    assertThat(Files.getPosixFilePermissions(certificate.folder()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.getPosixFilePermissions(certificate.keyStore()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (Stream<Path> files = Files.list(certificate.folder())) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder("ca.p12", "ca.pem", "https.p12");
    }
    assertThat(Collections.list(store(certificate).aliases())).containsExactly("https");
  }

  private HttpsCertificate at(Instant now, String host) {
    return new HttpsCertificate(folder, host, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static int status(HttpClient client, String host, int port) throws Exception {
    URI address = URI.create("https://" + host + ":" + port + "/");
    return client
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static X509Certificate authority(HttpsCertificate certificate) throws Exception {
    try (InputStream in = Files.newInputStream(certificate.trustFile())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static SSLContext trusting(HttpsCertificate certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ledgerline", authority(certificate));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore store(HttpsCertificate certificate) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(certificate.keyStore())) {
      store.load(in, HttpsCertificate.PASSWORD.toCharArray());
    }
    return store;
  }

  private static X509Certificate served(HttpsCertificate certificate) throws Exception {
    return (X509Certificate) store(certificate).getCertificate("https");
  }

  private static HttpsServer serving(HttpsCertificate certificate) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(certificate), HttpsCertificate.PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
