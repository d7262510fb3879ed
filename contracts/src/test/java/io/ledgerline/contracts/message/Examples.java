package io.ledgerline.contracts.message;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.SampledResource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One full and one bare record of every message. */
final class Examples {
  private static final Instant AT = Instant.parse("2023-11-17T02:30:00.123456Z");
  private static final UUID ID = UUID.fromString("0a4f1d6e-3c59-4b57-9f62-51c1a0d0b7aa");
  private static final String DIGEST = "0123456789abcdef".repeat(4);

  static final AccessKey KEY =
      new AccessKey(
          "0a1b2c3d",
          DIGEST,
          TenantId.DEFAULT,
          "gateway",
          Set.of("ingest", "billing-admin"),
          AT,
          AT,
          3,
          new AccessScope(Set.of("123456789012", "lab-*"), Set.of("research")));
  static final AccessKey BARE_KEY =
      new AccessKey("0a1b2c3d", DIGEST, TenantId.DEFAULT, "gateway", Set.of(), null, null, 1);

  static final DeliveryUpdated DELIVERY =
      new DeliveryUpdated(
          ID,
          ID,
          TenantId.DEFAULT,
          "email",
          "a@example.org",
          DeliveryUpdated.State.RETRYING,
          2,
          AT,
          "connection refused",
          4);
  static final DeliveryUpdated BARE_DELIVERY =
      new DeliveryUpdated(
          ID, ID, TenantId.DEFAULT, "s3", "s3://b/", DeliveryUpdated.State.PENDING, 0, AT, null, 1);

  static final UsageApplied APPLIED =
      new UsageApplied(ID, TenantId.DEFAULT, UsageApplied.Outcome.APPLIED, AT);

  static final ReportCompleted REPORT =
      new ReportCompleted(
          ID,
          TenantId.DEFAULT,
          "daily-usage",
          Instant.parse("2023-11-16T00:00:00Z"),
          Instant.parse("2023-11-17T00:00:00Z"),
          "UTC",
          true,
          false,
          new ReportSummary(
              8819,
              8819,
              Map.of("input_tokens", new BigDecimal("18059974")),
              new BigDecimal("12.0000007"),
              "USD",
              2),
          List.of(new ArtifactRef(ID, "usage.csv", "text/csv", 4711, DIGEST)),
          List.of(
              new DeliveryTarget.Email(List.of("a@example.org", "b@example.org")),
              new DeliveryTarget.S3("reports", "finance/daily/"),
              new DeliveryTarget.S3("reports", null)),
          AT,
          new LedgerProof(17, DIGEST),
          new AccessScope(Set.of("lab-*"), Set.of("research")));
  static final ReportCompleted BARE_REPORT =
      new ReportCompleted(
          ID,
          TenantId.DEFAULT,
          "other-kind",
          AT,
          AT.plusSeconds(1),
          "Europe/Berlin",
          false,
          true,
          new ReportSummary(0, 0, Map.of(), BigDecimal.ZERO, "USD", 0),
          List.of(),
          List.of(),
          AT);

  static final UsageBatch BATCH =
      new UsageBatch(
          UsageBatch.VERSION,
          ID,
          TenantId.DEFAULT,
          AT,
          List.of(
              new Dimensions(
                  "123456789012",
                  new PrincipalId(ID),
                  "w",
                  "p",
                  "aws.bedrock",
                  "m",
                  "us-east-1",
                  "Converse",
                  PriceClass.of(Map.of("image_size", "512"))),
              new Dimensions("lab", null, null, null, null, null, null, null, null)),
          List.of(Labels.of(Map.of("team", "search", "ticket", ""))),
          List.of(
              new SampledResource("lab/agent", "node-7", false),
              new SampledResource("lab/agent", "node-7", true)),
          List.of(
              new UsageFact(0, AT, Quantities.fromNumbers(Map.of("images", BigDecimal.TWO)), 1, 0),
              new UsageFact(
                  1, AT, Quantities.fromNumbers(Map.of("gpu_hours", new BigDecimal("0.25")))),
              new UsageFact(
                  1, AT, Quantities.fromNumbers(Map.of("used_cores", BigDecimal.TEN)), 1, null, 0),
              new UsageFact(
                  1,
                  AT,
                  Quantities.fromNumbers(Map.of("used_cores", BigDecimal.ONE)),
                  1,
                  null,
                  1)));

  static final AccessTenant TENANT = new AccessTenant(new TenantId("acme"), AT, 2);
  static final AccessTenant BARE_TENANT = new AccessTenant(TenantId.DEFAULT, null, 1);
  static final AccessUsed USED = new AccessUsed(Map.of("0a1b2c3d", AT));
  static final AuditRecorded AUDIT =
      new AuditRecorded(
          ID,
          AT,
          TenantId.DEFAULT,
          "ingest-service",
          "0a1b2c3d",
          "POST /api/v1/ledger/corrections",
          "/api/v1/ledger/corrections",
          AuditRecorded.Outcome.DONE,
          201,
          "192.0.2.1",
          1);

  private Examples() {}
}
