package io.ledgerline.report.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.contracts.usage.SampledResource;
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

  /** What the ledger was last told of charges that were added up. */
  public String consumption() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url.resolve("/api/v1/charges/consumption")).build();
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Takes events back in a batch of its own, without publishing it. */
  public UsageBatch commitTakenBack(List<LedgerLine> lines) {
    return commit(List.of(), lines, POSTED);
  }

  /** Commits a batch without publishing it. */
  public UsageBatch commit(List<LedgerLine> lines) {
    return commit(lines, POSTED);
  }

  /** Commits a batch without publishing it. */
  public UsageBatch commit(List<LedgerLine> lines, Instant postedAt) {
    return commit(lines, List.of(), postedAt);
  }

  private UsageBatch commit(List<LedgerLine> lines, List<LedgerLine> takenBack, Instant postedAt) {
    UsageBatch batch = batch(lines, takenBack, postedAt);
    try {
      send(
          "POST",
          "/stub/batches",
          JSON.writeValueAsString(
              List.of(
                  new StubbedBatch(
                      batch.batchId(), batch.postedAt(), lines, takenBack, null, null))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return batch;
  }

  /** Publishes a batch; the ledger knows it as confirmed from then on. */
  public void publish(UsageBatch batch) {
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      kafka.send(Topics.USAGE_RECORDED, batch.batchId().toString(), CODEC.encode(batch));
    }
    put(batch, "confirmed");
  }

  /** The ledger says that a batch is in this state. */
  public void put(UsageBatch batch, String state) {
    send("POST", "/stub/changes?batch=" + batch.batchId() + "&state=" + state, "");
  }

  /** The row of an event is deleted behind the ledger's back. */
  public void loseRow(UsageBatch batch, String eventId) {
    send("POST", "/stub/changes?batch=" + batch.batchId() + "&lost=" + eventId, "");
  }

  /** Takes events back in a batch of its own, and publishes that. */
  public UsageBatch takeBack(List<LedgerLine> lines) {
    UsageBatch batch = commit(List.of(), lines, POSTED);
    publish(batch);
    return batch;
  }

  /** Commits and publishes a batch. */
  public UsageBatch record(List<LedgerLine> lines) {
    UsageBatch batch = commit(lines);
    publish(batch);
    return batch;
  }

  /** The lines as a message. */
  public static UsageBatch batch(List<LedgerLine> lines, Instant postedAt) {
    return batch(lines, List.of(), postedAt);
  }

  /** The lines as a message that says to be {@code like} another. */
  public static UsageBatch batch(List<LedgerLine> lines, UsageBatch like) {
    UsageBatch other = batch(lines, like.postedAt());
    return new UsageBatch(
        other.version(),
        like.batchId(),
        other.tenant(),
        other.postedAt(),
        other.dimensions(),
        other.tags(),
        other.resources(),
        other.facts());
  }

  /** A batch of the stubbed ledger as it is published. */
  static UsageBatch message(StubbedBatch batch) {
    UsageBatch made = batch(batch.lines(), batch.takenBack(), batch.postedAt());
    return new UsageBatch(
        made.version(),
        batch.batchId(),
        made.tenant(),
        made.postedAt(),
        made.dimensions(),
        made.tags(),
        made.resources(),
        made.facts());
  }

  private static UsageBatch batch(
      List<LedgerLine> lines, List<LedgerLine> takenBack, Instant postedAt) {
    List<Dimensions> dimensions = new ArrayList<>();
    List<Labels> tags = new ArrayList<>();
    List<SampledResource> resources = new ArrayList<>();
    List<UsageFact> facts = new ArrayList<>();
    lines.forEach(line -> facts.add(fact(line, 1, dimensions, tags, resources)));
    takenBack.forEach(line -> facts.add(fact(line, -1, dimensions, tags, resources)));
    return new UsageBatch(
        UsageBatch.VERSION,
        UUID.randomUUID(),
        TenantId.DEFAULT,
        postedAt,
        dimensions,
        tags,
        resources,
        facts);
  }

  private static UsageFact fact(
      LedgerLine line,
      int sign,
      List<Dimensions> dimensions,
      List<Labels> tags,
      List<SampledResource> resources) {
    return new UsageFact(
        indexOf(dimensions(line), dimensions),
        line.time(),
        line.quantities(),
        sign,
        line.tags().values().isEmpty() ? null : indexOf(line.tags(), tags),
        line.resource() == null
            ? null
            : indexOf(
                new SampledResource(line.source(), line.resource(), line.ended()), resources));
  }

  private static <T> int indexOf(T item, List<T> all) {
    if (!all.contains(item)) {
      all.add(item);
    }
    return all.indexOf(item);
  }

  private static Dimensions dimensions(LedgerLine line) {
    UUID principal = principalId(line);
    return new Dimensions(
        line.sourceAccount(),
        principal == null ? null : new PrincipalId(principal),
        line.workspace(),
        null,
        line.provider(),
        line.model(),
        line.region(),
        "Converse",
        line.priceClass());
  }

  /** The surrogate of a line's principal; null when it has none. */
  static UUID principalId(LedgerLine line) {
    return line.principal() == null ? null : surrogate(line.principal());
  }

  /** What stands for a name in the stubbed ledger. */
  public static UUID surrogate(String principal) {
    return UUID.nameUUIDFromBytes(principal.getBytes(StandardCharsets.UTF_8));
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
