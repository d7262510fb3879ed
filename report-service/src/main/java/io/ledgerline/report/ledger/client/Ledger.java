package io.ledgerline.report.ledger.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.ServiceCredential;
import io.ledgerline.report.access.OwnTenants;
import io.ledgerline.report.ledger.BatchEvent;
import io.ledgerline.report.ledger.Consumption;
import io.ledgerline.report.ledger.DailySum;
import io.ledgerline.report.ledger.ErasedPrincipal;
import io.ledgerline.report.ledger.HourTotal;
import io.ledgerline.report.ledger.LedgerDetail;
import io.ledgerline.report.ledger.LedgerFinding;
import io.ledgerline.report.ledger.LedgerStream;
import io.ledgerline.report.ledger.LedgerVerification;
import io.ledgerline.report.ledger.PlaceSum;
import io.ledgerline.report.ledger.QuarterSum;
import io.ledgerline.report.ledger.VerifiedHead;
import io.ledgerline.report.ledger.Watermark;
import io.ledgerline.report.store.Awaiting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The ledger of a tenant. All methods block and belong on a virtual thread; they fail with {@link
 * LedgerUnavailableException} when trying again may help, with {@link LedgerRefusedException} when
 * it cannot.
 */
@ApplicationScoped
public class Ledger {
  private static final String BEARER = "Bearer ";
  private static final int TOO_MANY = 429;
  private static final int TIMEOUT = 408;
  private static final int SERVER_ERROR = 500;
  private static final int PAGE = 1000;
  private static final int MOST_FINDINGS = 1000;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final LedgerApi api;
  private final ChargeApi charges;
  private final PeopleApi people;
  private final IngestConfig config;
  private final OwnTenants made;

  Ledger(
      @RestClient LedgerApi api,
      @RestClient ChargeApi charges,
      @RestClient PeopleApi people,
      IngestConfig config,
      OwnTenants made) {
    this.api = api;
    this.charges = charges;
    this.people = people;
    this.config = config;
    this.made = made;
  }

  /** The watermark now; asking settles what can be settled. */
  public Watermark watermark(TenantId tenant) {
    String authorization = authorization(tenant);
    return call("watermark", () -> api.watermark(authorization));
  }

  /**
   * What the ledger holds of a period at a watermark, batch by batch, sorted by id. The caller
   * closes it.
   */
  public ControlTotalsReader controlTotals(TenantId tenant, Period period, long watermark) {
    return new ControlTotalsReader(openControlTotals(tenant, period, watermark));
  }

  /**
   * The same, fetched once and kept in a file, so that it can be read several times.
   *
   * @param file does not exist yet
   */
  public ControlTotalsFile controlTotals(
      TenantId tenant, Period period, long watermark, Path file) {
    try (InputStream in = openControlTotals(tenant, period, watermark)) {
      Files.copy(in, file);
    } catch (IOException e) {
      throw new LedgerUnavailableException("the ledger's control totals cannot be read", e);
    }
    return ControlTotalsFile.of(file);
  }

  /** The totals of each hour, account and meter, sorted by hour. The caller closes them. */
  public LedgerStream<HourTotal> hourlyTotals(
      TenantId tenant, Instant from, Instant to, long watermark) {
    String authorization = authorization(tenant);
    return new NdjsonStream<>(
        "hourly totals",
        call("hourly totals", () -> api.hourlyTotals(authorization, from, to, watermark)),
        HourTotal.class);
  }

  /**
   * What was used by workspace, project and principal, at a watermark. The caller closes it.
   *
   * @param from inclusive; null for the beginning
   * @param to exclusive
   * @param meters which
   * @param accounts source accounts, those that end in {@code *} for all that begin so; empty for
   *     all
   */
  public LedgerStream<PlaceSum> placeSums(
      TenantId tenant,
      Instant from,
      Instant to,
      long watermark,
      Collection<String> meters,
      Collection<String> accounts) {
    String authorization = authorization(tenant);
    List<String> names = List.copyOf(meters);
    List<String> only = List.copyOf(accounts);
    return new NdjsonStream<>(
        "sums by place",
        call(
            "sums by place",
            () ->
                api.placeSums(
                    authorization, from == null ? EARLIEST : from, to, watermark, names, only)),
        PlaceSum.class);
  }

  /**
   * What was used by quarter hour and kind, at a watermark, by rising time. The caller closes it.
   *
   * @param meters which
   * @param tags names of tags to tell usage apart by
   * @param steps sizes to tell requests apart at
   */
  public LedgerStream<QuarterSum> quarterSums(
      TenantId tenant,
      Period span,
      long watermark,
      Collection<String> meters,
      Collection<String> tags,
      List<Integer> steps) {
    String authorization = authorization(tenant);
    List<String> names = List.copyOf(meters);
    List<String> keys = List.copyOf(tags);
    return new NdjsonStream<>(
        "sums by quarter hour",
        call(
            "sums by quarter hour",
            () ->
                api.quarterSums(
                    authorization, span.from(), span.to(), watermark, names, keys, steps)),
        QuarterSum.class);
  }

  /**
   * A source's sums by day, of the days that have changed between two watermarks and of further
   * ones; each day whole. The caller closes them.
   */
  public LedgerStream<DailySum> dailySums(
      TenantId tenant, String source, long after, long watermark, Collection<LocalDate> further) {
    String authorization = authorization(tenant);
    List<String> days = further.stream().map(LocalDate::toString).toList();
    return new NdjsonStream<>(
        "daily sums",
        call("daily sums", () -> api.dailySums(authorization, source, after, watermark, days)),
        DailySum.class);
  }

  /** Tells which charges were added up. */
  public void consumed(TenantId tenant, Consumption consumption) {
    String authorization = authorization(tenant);
    call(
        "charges",
        () -> {
          charges.consumed(authorization, consumption);
          return null;
        });
  }

  /** Makes it forget everybody who has one of these names; says who that was. */
  public List<ErasedPrincipal> forget(TenantId tenant, List<String> names) {
    String authorization = authorization(tenant);
    return call("people", () -> people.erase(authorization, new PeopleApi.Wish(names)).erased());
  }

  /** The rows of a batch. The caller closes them. */
  public LedgerStream<BatchEvent> batchEvents(TenantId tenant, UUID batchId) {
    String authorization = authorization(tenant);
    return new NdjsonStream<>(
        "batch events",
        call("batch events", () -> api.batchEvents(authorization, batchId)),
        BatchEvent.class);
  }

  /**
   * Batches in a state, such as {@code unconfirmed}.
   *
   * @param most no more than so many are asked for
   */
  public Set<UUID> batches(TenantId tenant, String state, int most) {
    String authorization = authorization(tenant);
    Set<UUID> found = new HashSet<>();
    String cursor = null;
    do {
      String after = cursor;
      BatchPage page = call("batches", () -> api.batches(authorization, state, PAGE, after));
      page.items().forEach(batch -> found.add(batch.batchId()));
      cursor = page.nextCursor();
    } while (cursor != null && found.size() < most);
    return found;
  }

  /**
   * What is wrong with the ledger's own rows in a period.
   *
   * @param known up to where the chain was found right before: it is computed from there on; null
   *     to compute all of it
   */
  public LedgerVerification verification(
      TenantId tenant, Instant from, Instant to, VerifiedHead known) {
    String authorization = authorization(tenant);
    Long seal = known == null ? null : known.sealNo();
    String head = known == null ? null : known.chainHead();
    List<LedgerFinding> findings = new ArrayList<>();
    try (NdjsonStream<LedgerFinding> lines =
        new NdjsonStream<>(
            "verification",
            call("verification", () -> api.verification(authorization, from, to, seal, head)),
            LedgerFinding.class)) {
      for (LedgerFinding line = lines.next(); line != null; line = lines.next()) {
        if (line.finding() != null && findings.size() < MOST_FINDINGS) {
          findings.add(line);
        }
      }
      return new LedgerVerification(findings, findings.isEmpty() ? head(lines.end()) : null);
    }
  }

  private static VerifiedHead head(JsonNode end) {
    return end.path("sealNo").asLong() > 0
        ? new VerifiedHead(end.path("sealNo").asLong(), end.path("chainHead").asText())
        : null;
  }

  /** The events of a period at a watermark; a stream that is cut is taken up again. */
  public LedgerDetail detail(TenantId tenant, Period period, long watermark) {
    return detail(tenant, period, watermark, false);
  }

  /** Those of them that name a resource: samples, and ends of resources. */
  public LedgerDetail samples(TenantId tenant, Period period, long watermark) {
    return detail(tenant, period, watermark, true);
  }

  private LedgerDetail detail(
      TenantId tenant, Period period, long watermark, boolean onlyResources) {
    String authorization = authorization(tenant);
    return new ResumingDetail(
        period.from(),
        (Instant from) ->
            call(
                "events",
                () -> api.events(authorization, from, period.to(), watermark, onlyResources)),
        config.detailRetries());
  }

  private InputStream openControlTotals(TenantId tenant, Period period, long watermark) {
    String authorization = authorization(tenant);
    return call(
        "control totals",
        () -> api.controlTotals(authorization, period.from(), period.to(), watermark));
  }

  /**
   * The batches that touch a period, as they were published, in the order of their seal numbers;
   * JSON lines. Whoever reads them sees to it that the last line is there, and closes the stream.
   *
   * @param after seal number behind which to begin
   */
  public InputStream messages(TenantId tenant, Period period, long after, long watermark) {
    String authorization = authorization(tenant);
    return call(
        "batches", () -> api.messages(authorization, period.from(), period.to(), after, watermark));
  }

  /** The tenants whose ledgers can be asked. */
  public Set<TenantId> tenants() {
    Set<TenantId> tenants = new HashSet<>();
    config.tenantKeys().keySet().forEach(tenant -> tenants.add(new TenantId(tenant)));
    if (config.apiKey().isPresent()) {
      tenants.add(TenantId.DEFAULT);
      tenants.addAll(Awaiting.outcome(made.all()));
    }
    return tenants;
  }

  private String authorization(TenantId tenant) {
    String own = config.tenantKeys().get(tenant.value());
    return own != null
        ? BEARER + own
        : ServiceCredential.bearer(
            config
                .apiKey()
                .orElseThrow(
                    () ->
                        new LedgerRefusedException(
                            "There is no API key for the ledger: set ledgerline.ingest.api-key.",
                            null)),
            tenant);
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
          "ingest-service refuses to tell the ledger's "
              + what
              + ": HTTP "
              + status
              + LedgerProblems.detail(e.getResponse()),
          e);
    } catch (ProcessingException | IllegalStateException e) {
      throw new LedgerUnavailableException("the ledger's " + what + " cannot be read", e);
    }
  }
}
