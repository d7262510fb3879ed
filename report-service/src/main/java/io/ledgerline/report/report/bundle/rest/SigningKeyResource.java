package io.ledgerline.report.report.bundle.rest;

import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.report.bundle.Pem;
import io.ledgerline.report.report.bundle.SigningKey;
import io.ledgerline.report.report.bundle.store.SigningKeys;
import io.ledgerline.report.store.Awaiting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys of report bundles. Everybody may have them: they only prove. */
@Path("/api/v1/signing-keys")
@PermitAll
@Tag(name = "artifacts")
public class SigningKeyResource {
  private static final String PEM = "application/x-pem-file";

  private final SigningKeys keys;

  SigningKeyResource(SigningKeys keys) {
    this.keys = keys;
  }

  /**
   * A key as the API shows it.
   *
   * @param keyId as manifests name it
   * @param algorithm always Ed25519
   * @param current whether new bundles are signed with it
   * @param firstUsedAt when this installation first signed with it
   * @param publicKey PEM
   */
  public record KeyView(
      String keyId, String algorithm, boolean current, Instant firstUsedAt, String publicKey) {
    static KeyView of(SigningKeys.Public key, String current) {
      return new KeyView(
          key.id(),
          SigningKey.ALGORITHM,
          key.id().equals(current),
          key.firstUsedAt(),
          Pem.write("PUBLIC KEY", key.key()));
    }
  }

  /**
   * All keys.
   *
   * @param items the newest first
   */
  public record KeysView(List<KeyView> items) {}

  /** The keys that bundles are or were signed with. */
  @GET
  @ShowsNoUsage
  @Represented
  @RunOnVirtualThread
  @Operation(summary = "Lists the public keys of report bundles; needs no API key")
  public KeysView list() {
    String current = keys.current().id();
    return new KeysView(
        Awaiting.outcome(keys.all()).stream().map(key -> KeyView.of(key, current)).toList());
  }

  /** One key as a PEM text, to be given to tools. */
  @GET
  @ShowsNoUsage
  @Path("/{keyId}")
  @Produces(PEM)
  @RunOnVirtualThread
  @Operation(summary = "One public key as PEM; 'current' is the one that signs now")
  public String pem(@PathParam("keyId") String keyId) {
    String wanted = keyId.equals("current") ? keys.current().id() : keyId;
    return Awaiting.outcome(keys.all()).stream()
        .filter(key -> key.id().equals(wanted))
        .findFirst()
        .map(key -> Pem.write("PUBLIC KEY", key.key()))
        .orElseThrow(() -> NotFound.of("signing key", keyId));
  }
}
