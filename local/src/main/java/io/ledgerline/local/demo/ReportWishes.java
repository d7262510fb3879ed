package io.ledgerline.local.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.local.parts.Buckets;

/** What the demo asks report-service for. */
final class ReportWishes {
  static final String RECIPIENT = "finops@example.com";

  private static final String KIND = "daily-usage";

  private ReportWishes() {}

  /** Daily at 02:30 UTC, on 17 November 2023 only: one due time, and that long past. */
  static ObjectNode schedule() {
    ObjectNode schedule = JsonNodeFactory.instance.objectNode();
    schedule.put("name", "daily-bedrock-usage");
    schedule.put("kind", KIND);
    schedule.put("cron", "30 2 * * *");
    schedule.put("zone", "UTC");
    schedule.put("startsAt", "2023-11-17T00:00:00Z");
    schedule.put("endsAt", "2023-11-18T00:00:00Z");
    schedule.put("catchUp", "all");
    schedule.putObject("period").put("type", "previous-day");
    ArrayNode deliveries = schedule.putArray("deliveries");
    deliveries.addObject().put("channel", "email").putArray("to").add(RECIPIENT);
    deliveries.addObject().put("channel", "s3").put("bucket", Buckets.USAGE_REPORTS);
    return schedule;
  }

  /** The same day's report, made once more and delivered nowhere. */
  static ObjectNode sameDayAgain() {
    ObjectNode run = JsonNodeFactory.instance.objectNode();
    run.put("kind", KIND);
    run.putObject("period").put("type", "day").put("day", Trace.DAY).put("zone", "UTC");
    run.putArray("deliveries");
    return run;
  }
}
