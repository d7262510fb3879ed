package io.ledgerline.system.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.system.chaos.suite.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A schedule with one due time, long past, so that it is due at once: one run and one delivery must
 * come of it, whatever dies.
 *
 * @param report report-service
 * @param id the schedule
 * @param recipient who is mailed, and by nothing else
 */
public record ScheduledReport(Api report, String id, String recipient) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long ASK_MILLIS = 250;
  private static final int CREATED = 201;

  /** Makes the schedule; its report is of the day before {@code FIRST_DAY} of the generator. */
  public static ScheduledReport make(Api report, String name)
      throws IOException, InterruptedException {
    String recipient = name + "@example.com";
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    wish.put("name", name).put("kind", "daily-usage").put("cron", "30 2 * * *").put("zone", "UTC");
    wish.put("startsAt", "2024-02-29T00:00:00Z").put("endsAt", "2024-03-01T00:00:00Z");
    wish.put("catchUp", "all").putObject("period").put("type", "previous-day");
    var deliveries = wish.putArray("deliveries");
    deliveries.addObject().put("channel", "email").putArray("to").add(recipient);
    deliveries.addObject().put("channel", "s3").put("bucket", "usage-reports");
    Api.Answer answer = report.post("/api/v1/schedules", wish);
    if (answer.status() != CREATED) {
      throw new IOException("POST /api/v1/schedules answered " + answer.status());
    }
    return new ScheduledReport(report, answer.json().path("id").asText(), recipient);
  }

  /**
   * Waits for its run and deliveries.
   *
   * @param mail the mail server's folder
   * @param undisturbed whether nothing was killed, so that a second mail has no excuse
   * @return a sentence for each thing that is not as it must be
   */
  public List<String> faults(Path mail, boolean undisturbed)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode runs = runs();
    while (!isDelivered(runs) && Instant.now().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
      runs = runs();
    }
    List<String> faults = new ArrayList<>();
    if (runs.size() != 1) {
      faults.add(runs.size() + " runs of one due time");
    }
    if (!isDelivered(runs)) {
      faults.add("not delivered within " + PATIENCE.toSeconds() + " s: " + runs);
    }
    TreeMap<String, Integer> mails = mails(mail);
    int most = mails.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (mails.size() != 1 || undisturbed && most > 1) {
      faults.add("mail by Message-ID, in place of one: " + mails);
    }
    return faults;
  }

  private JsonNode runs() throws IOException, InterruptedException {
    try {
      JsonNode items = report.read("/api/v1/report-runs?scheduleId=" + id).path("items");
      return items.size() == 1
          ? JsonNodeFactory.instance
              .arrayNode()
              .add(report.read("/api/v1/report-runs/" + items.get(0).path("id").asText()))
          : items;
    } catch (IOException notNow) {
      return JsonNodeFactory.instance.arrayNode();
    }
  }

  private static boolean isDelivered(JsonNode runs) {
    JsonNode run = runs.path(0);
    if (!"COMPLETED".equals(run.path("state").asText()) || run.path("deliveries").size() != 2) {
      return false;
    }
    for (JsonNode delivery : run.path("deliveries")) {
      if (!"DELIVERED".equals(delivery.path("state").asText())) {
        return false;
      }
    }
    return true;
  }

  private TreeMap<String, Integer> mails(Path folder) throws IOException {
    TreeMap<String, Integer> byMessageId = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return byMessageId;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".eml")).toList()) {
        List<String> head =
            Files.readString(file, StandardCharsets.ISO_8859_1)
                .lines()
                .takeWhile(line -> !line.isBlank())
                .toList();
        if (head.stream().anyMatch(line -> line.contains(recipient))) {
          byMessageId.merge(messageId(head), 1, Integer::sum);
        }
      }
    }
    return byMessageId;
  }

  private static String messageId(List<String> head) {
    int at = 0;
    while (at < head.size()
        && !head.get(at).toLowerCase(java.util.Locale.ROOT).startsWith("message-id:")) {
      at++;
    }
    // Long ones are folded into the next line.
    return String.join("", head.subList(Math.min(at, head.size()), Math.min(at + 2, head.size())))
        .replaceAll("(?s).*?(<[^>]*>).*", "$1");
  }
}
