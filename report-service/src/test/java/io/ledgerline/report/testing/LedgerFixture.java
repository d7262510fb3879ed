package io.ledgerline.report.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.platform.json.JsonSettings;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.testkit.KafkaProbe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Plays ingest-service: commits batches to the stubbed ledger and publishes them. */
public final class LedgerFixture {
  /** When batches are posted unless said otherwise. */
  public static final Instant POSTED = Instant.parse("2024-05-27T10:05:00Z");

  private static final ObjectMapper JSON = JsonSettings.newMapper();
  private static final MessageCodec CODEC = MessageCodec.create();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url =
      URI.create(ConfigProvider.getConfig().getValue("ledgerline.ingest.url", String.class));

  /** Empties the ledger and makes it well-behaved. */
  public void reset() {
    send("PUT", "/stub/batches", "[]");
    behave("");
  }

  /** The ledger answers every read with this status; 0 for none. */
  public void answerWith(int status) {
    behave("status=" + status);
  }

  /** The next {@code times} detail streams break off after so many lines. */
  public void cutStreams(int times, int afterLines) {
    behave("cuts=" + times + "&after=" + afterLines);
  }

  /** Commits a batch without publishing it. */
  public UsageBatch commit(List<LedgerLine> lines) {
    return commit(lines, POSTED);
  }

  /** Commits a batch without publishing it. */
  public UsageBatch commit(List<LedgerLine> lines, Instant postedAt) {
    UsageBatch batch = batch(lines, postedAt);
    try {
      send(
          "POST",
          "/stub/batches",
          JSON.writeValueAsString(
              List.of(new StubbedBatch(batch.batchId(), batch.postedAt(), lines))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return batch;
  }

  /** Publishes a batch. */
  public void publish(UsageBatch batch) {
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      kafka.send(Topics.USAGE_RECORDED, batch.batchId().toString(), CODEC.encode(batch));
    }
  }

  /** Commits and publishes a batch. */
  public UsageBatch record(List<LedgerLine> lines) {
    UsageBatch batch = commit(lines);
    publish(batch);
    return batch;
  }

  /** The lines as a message. */
  public static UsageBatch batch(List<LedgerLine> lines, Instant postedAt) {
    List<Dimensions> dimensions = new ArrayList<>();
    List<UsageFact> facts = new ArrayList<>();
    for (LedgerLine line : lines) {
      Dimensions d = dimensions(line);
      if (!dimensions.contains(d)) {
        dimensions.add(d);
      }
      facts.add(new UsageFact(dimensions.indexOf(d), line.time(), line.quantities()));
    }
    return new UsageBatch(
        UsageBatch.VERSION, UUID.randomUUID(), TenantId.DEFAULT, postedAt, dimensions, facts);
  }

  private static Dimensions dimensions(LedgerLine line) {
    return new Dimensions(
        line.sourceAccount(),
        line.principal() == null
            ? null
            : new PrincipalId(
                UUID.nameUUIDFromBytes(line.principal().getBytes(StandardCharsets.UTF_8))),
        null,
        null,
        line.provider(),
        line.model(),
        line.region(),
        "Converse",
        line.priceClass());
  }

  private void behave(String query) {
    send("POST", "/stub/behaviour?" + query, "");
  }

  private void send(String method, String path, String body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url.resolve(path))
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 204) {
        throw new IllegalStateException(path + " answered " + status);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
