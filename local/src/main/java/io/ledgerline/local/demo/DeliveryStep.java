package io.ledgerline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.local.client.ApiClient;
import io.ledgerline.local.client.MailboxClient;
import io.ledgerline.local.client.ReceivedMail;
import io.ledgerline.local.client.StoreClient;
import io.ledgerline.local.parts.Buckets;
import io.ledgerline.local.suite.SuiteException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Waits for the deliveries, reads what arrived, and compares it with the artifact byte by byte. */
final class DeliveryStep {
  private static final String KEY_FOLDER = "AmazonBedrock_Charges_last_24hr_each_Model/";

  private final DemoSuite suite;
  private final ApiClient report;
  private final DemoOutput out;
  private final Waiting waiting;

  DeliveryStep(DemoSuite suite, ApiClient report, DemoOutput out) {
    this.suite = suite;
    this.report = report;
    this.out = out;
    this.waiting = new Waiting(out);
  }

  void run(JsonNode run) throws IOException, InterruptedException, SuiteException {
    Artifact artifact = Artifact.of(run);
    awaitDelivered(run.path("id").asText());
    artifact.checkSame(
        "the downloaded artifact", report.bytes("/api/v1/artifacts/" + artifact.id() + "/content"));
    checkMail(artifact);
    checkObject(artifact);
    out.say("both are the artifact byte for byte: SHA-256 %s", artifact.sha256());
  }

  private void awaitDelivered(String id) throws IOException, InterruptedException, SuiteException {
    JsonNode deliveries =
        waiting.until(
            "The delivery of the report",
            () -> report.get("/api/v1/report-runs/" + id).path("deliveries"),
            all -> all.size() == 2 && isOver(all),
            DeliveryStep::words);
    for (JsonNode delivery : deliveries) {
      Check.same(
          "the delivery to " + delivery.path("target").asText(),
          "DELIVERED",
          delivery.path("state").asText());
    }
  }

  private static boolean isOver(JsonNode deliveries) {
    for (JsonNode delivery : deliveries) {
      String state = delivery.path("state").asText();
      if (!"DELIVERED".equals(state) && !"DEAD".equals(state)) {
        return false;
      }
    }
    return true;
  }

  private static String words(JsonNode deliveries) {
    StringBuilder words = new StringBuilder("deliveries:");
    for (JsonNode delivery : deliveries) {
      words.append(' ').append(delivery.path("channel").asText());
      words.append(' ').append(delivery.path("state").asText());
    }
    return words.toString();
  }

  private void checkMail(Artifact artifact)
      throws IOException, InterruptedException, SuiteException {
    MailboxClient mailbox = new MailboxClient(suite.parts().imap());
    ReceivedMail mail =
        waiting
            .until(
                "The mail with " + artifact.name(),
                () -> with(mailbox.messages(), artifact.name()),
                Optional::isPresent,
                found -> "waiting for the mail")
            .orElseThrow();
    ReceivedMail.Attachment file = mail.attachments().getFirst();
    out.say("mail to %s, read back by IMAP", String.join(", ", mail.to()));
    out.say("  subject     %s", mail.subject());
    out.say("  attachment  %s (%s, %,d bytes)", file.name(), file.mediaType(), file.bytes().length);
    artifact.checkSame("the mail's attachment", file.bytes());
  }

  private static Optional<ReceivedMail> with(List<ReceivedMail> messages, String fileName) {
    return messages.stream()
        .filter(m -> m.attachments().stream().anyMatch(file -> file.name().equals(fileName)))
        .findFirst();
  }

  private void checkObject(Artifact artifact) throws SuiteException {
    String key = KEY_FOLDER + artifact.name();
    try (StoreClient store = new StoreClient(suite.parts().s3())) {
      byte[] bytes = store.get(Buckets.USAGE_REPORTS, key);
      out.say("object s3://%s/%s (%,d bytes)", Buckets.USAGE_REPORTS, key, bytes.length);
      artifact.checkSame("the delivered object", bytes);
    }
  }
}
