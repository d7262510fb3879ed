package io.ledgerline.report.ledger.client;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.ledger.ControlTotals;
import io.ledgerline.report.ledger.LedgerDetail;
import io.ledgerline.report.ledger.Watermark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The ledger of a tenant. All methods block and belong on a virtual thread; they fail with {@link
 * LedgerUnavailableException} when trying again may help, with {@link LedgerRefusedException} when
 * it cannot.
 */
@ApplicationScoped
public class Ledger {
  private static final int TOO_MANY = 429;
  private static final int TIMEOUT = 408;
  private static final int SERVER_ERROR = 500;

  private final LedgerApi api;
  private final IngestConfig config;

  Ledger(@RestClient LedgerApi api, IngestConfig config) {
    this.api = api;
    this.config = config;
  }

  /** The watermark now; asking settles what can be settled. */
  public Watermark watermark(TenantId tenant) {
    String authorization = authorization(tenant);
    return call("watermark", () -> api.watermark(authorization));
  }

  /** What the ledger holds of a period at a watermark. */
  public ControlTotals controlTotals(TenantId tenant, Period period, long watermark) {
    String authorization = authorization(tenant);
    return call(
        "control totals",
        () -> api.controlTotals(authorization, period.from(), period.to(), watermark));
  }

  /** The events of a period at a watermark; a stream that is cut is taken up again. */
  public LedgerDetail detail(TenantId tenant, Period period, long watermark) {
    String authorization = authorization(tenant);
    return new ResumingDetail(
        period.from(),
        (Instant from) ->
            call("events", () -> api.events(authorization, from, period.to(), watermark)),
        config.detailRetries());
  }

  private String authorization(TenantId tenant) {
    Map<String, String> keys = config.tenantKeys();
    Optional<String> key =
        tenant.equals(TenantId.DEFAULT)
            ? config.apiKey().or(() -> Optional.ofNullable(keys.get(tenant.value())))
            : Optional.ofNullable(keys.get(tenant.value()));
    return "Bearer "
        + key.orElseThrow(
            () ->
                new LedgerRefusedException(
                    "There is no API key for the ledger of tenant "
                        + tenant
                        + ": set ledgerline.ingest.api-key (or tenant-keys).",
                    null));
  }

  private static <T> T call(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (WebApplicationException e) {
      int status = e.getResponse().getStatus();
      if (status >= SERVER_ERROR || status == TOO_MANY || status == TIMEOUT) {
        throw new LedgerUnavailableException("the ledger's " + what + ": HTTP " + status, e);
      }
      throw new LedgerRefusedException(
          "ingest-service refuses to tell the ledger's " + what + ": HTTP " + status, e);
    } catch (ProcessingException | IllegalStateException e) {
      throw new LedgerUnavailableException("the ledger's " + what + " cannot be read", e);
    }
  }
}
