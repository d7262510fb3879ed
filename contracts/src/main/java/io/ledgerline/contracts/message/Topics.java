package io.ledgerline.contracts.message;

import java.util.List;

/**
 * Every topic of the suite. Topics are created explicitly from this list, never by being written
 * to.
 */
public final class Topics {
  /** {@link UsageBatch}, keyed by batch id; ingest to report. */
  public static final String USAGE_RECORDED = "usage.recorded";

  /** {@link UsageApplied}, keyed by batch id; report to ingest. */
  public static final String USAGE_APPLIED = "usage.applied";

  /** {@link ReportCompleted}, keyed by run id; report to notify. */
  public static final String REPORT_COMPLETED = "report.completed";

  /** {@link DeliveryUpdated}, keyed by delivery id; notify to report. */
  public static final String DELIVERY_UPDATED = "delivery.updated";

  /** {@link AccessKey}, keyed by key prefix, compacted; report to all. */
  public static final String ACCESS_KEYS = "access.keys";

  /** {@link AccessTenant}, keyed by tenant, compacted; report to all. */
  public static final String ACCESS_TENANTS = "access.tenants";

  /** {@link AccessUsed}, without a key; ingest and notify to report. */
  public static final String ACCESS_USED = "access.used";

  /** {@link AuditRecorded}, keyed by its id; ingest and notify to report. */
  public static final String AUDIT_RECORDED = "audit.recorded";

  /** What a dead-letter topic's name ends with. */
  public static final String DEAD_LETTER_SUFFIX = ".dlq";

  /** All topics, dead-letter ones too. */
  public static final List<Topic> ALL =
      List.of(
          new Topic(USAGE_RECORDED, 6, false),
          new Topic(deadLettersOf(USAGE_RECORDED), 1, false),
          new Topic(USAGE_APPLIED, 3, false),
          new Topic(deadLettersOf(USAGE_APPLIED), 1, false),
          new Topic(REPORT_COMPLETED, 3, false),
          new Topic(deadLettersOf(REPORT_COMPLETED), 1, false),
          new Topic(DELIVERY_UPDATED, 3, false),
          new Topic(deadLettersOf(DELIVERY_UPDATED), 1, false),
          new Topic(ACCESS_KEYS, 1, true),
          new Topic(deadLettersOf(ACCESS_KEYS), 1, false),
          new Topic(ACCESS_TENANTS, 1, true),
          new Topic(deadLettersOf(ACCESS_TENANTS), 1, false),
          new Topic(ACCESS_USED, 1, false),
          new Topic(deadLettersOf(ACCESS_USED), 1, false),
          new Topic(AUDIT_RECORDED, 3, false),
          new Topic(deadLettersOf(AUDIT_RECORDED), 1, false));

  private Topics() {}

  /** Where records of {@code topic} go that cannot be applied. */
  public static String deadLettersOf(String topic) {
    return topic + DEAD_LETTER_SUFFIX;
  }

  /**
   * A topic as it has to be created.
   *
   * @param name its name
   * @param partitions how many partitions it starts with; nothing depends on the number
   * @param compacted whether it keeps the last record per key for ever, instead of all records for
   *     a while
   */
  public record Topic(String name, int partitions, boolean compacted) {}
}
