package io.ledgerline.local.parts;

import java.util.List;

/** The buckets that a new store has. */
public final class Buckets {
  /** Where report-service keeps artifacts. */
  public static final String ARTIFACTS = "ledgerline-artifacts";

  /** Where ingest-service looks for Bedrock invocation logs. */
  public static final String BEDROCK_LOGS = "bedrock-logs";

  /** A place for notify-service to deliver to. */
  public static final String USAGE_REPORTS = "usage-reports";

  static final List<String> ALL = List.of(ARTIFACTS, BEDROCK_LOGS, USAGE_REPORTS);

  private Buckets() {}
}
