package io.ledgerline.platform.access.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.jose4j.lang.JoseException;

/** Asks an issuer for its signing keys. Follows no redirects and reads no large answers. */
final class IssuerClient {
  private static final int MAX_BYTES = 1 << 20;

  private final HttpClient http;
  private final Issuer issuer;
  private final boolean allowHttp;
  private final Duration timeout;
  private final ObjectMapper json;
  private final InstantSource clock;

  IssuerClient(
      HttpClient http, Issuer issuer, OidcConfig config, ObjectMapper json, InstantSource clock) {
    this.http = http;
    this.issuer = issuer;
    this.allowHttp = config.allowHttp();
    this.timeout = config.timeout();
    this.json = json;
    this.clock = clock;
  }

  /** Reads the keys; fails in whatever way the issuer does. */
  Uni<KeySet> keys() {
    Uni<URI> address =
        issuer.jwks() != null
            ? Uni.createFrom().item(issuer.jwks())
            : get(issuer.discovery()).map(this::jwks);
    return address.chain(this::get).map(this::keySet);
  }

  private URI jwks(String discovery) {
    try {
      JsonNode document = json.readTree(discovery);
      if (!issuer.name().equals(document.path("issuer").asText())) {
        throw new IllegalStateException("the discovery document is of another issuer");
      }
      return Issuer.checked("jwks_uri", URI.create(document.path("jwks_uri").asText()), allowHttp);
    } catch (IOException e) {
      throw new IllegalStateException("the discovery document is not readable", e);
    }
  }

  private KeySet keySet(String jwks) {
    try {
      return KeySet.read(jwks, clock.instant());
    } catch (JoseException e) {
      throw new IllegalStateException("the keys are not readable", e);
    }
  }

  private Uni<String> get(URI address) {
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(address.toString())
            .putHeader("Accept", "application/json")
            .setTimeout(timeout.toMillis());
    return Uni.createFrom()
        .completionStage(
            () ->
                http.request(request)
                    .compose(asked -> asked.send().compose(IssuerClient::text))
                    .toCompletionStage())
        .ifNoItem()
        .after(timeout)
        .fail();
  }

  private static Future<String> text(HttpClientResponse response) {
    if (response.statusCode() != 200) {
      return Future.failedFuture("the issuer answered " + response.statusCode());
    }
    Promise<String> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    response.handler(
        part -> {
          if (body.length() + part.length() > MAX_BYTES) {
            whole.tryFail("the issuer's answer is too large");
            response.request().reset();
          } else {
            body.appendBuffer(part);
          }
        });
    response.exceptionHandler(whole::tryFail);
    response.endHandler(end -> whole.tryComplete(body.toString()));
    return whole.future();
  }
}
