package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** Clients that insist on https, as those of VergeOS do. */
class HttpsIT {
  @Test
  void aClientThatTrustsTheCertificateConnectsAndChecksTheHostName() throws Exception {
    JsonNode status =
        new ObjectMapper().readTree(RunningSuite.get().command("status", "--json").output());
    URI url = URI.create(status.at("/https/url").asText());
    String key = Files.readString(Path.of(status.path("adminKeyFile").asText())).strip();
    HttpClient trusting = trusting(Path.of(status.at("/https/trust").asText()));

    for (String host : new String[] {"localhost", "127.0.0.1"}) {
      URI system = URI.create("https://" + host + ":" + url.getPort() + "/api/v4/system");
      HttpResponse<String> answer = ask(trusting, system, key);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("yb_version");
    }
    URI system = url.resolve("/api/v4/system");
    assertThat(ask(trusting, system, key + "x").statusCode()).isEqualTo(401);
    assertThatThrownBy(() -> ask(HttpClient.newHttpClient(), system, key))
        .isInstanceOf(SSLException.class);
  }

  private static HttpResponse<String> ask(HttpClient client, URI address, String key)
      throws Exception {
    byte[] user = ("admin:" + key).getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static HttpClient trusting(Path certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(certificate)) {
      trusted.setCertificateEntry(
          "ledgerline", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }
}
