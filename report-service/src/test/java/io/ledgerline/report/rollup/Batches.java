package io.ledgerline.report.rollup;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.platform.messaging.MessageCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Batches for tests of rollups. */
public final class Batches {
  private static final MessageCodec CODEC = MessageCodec.create();
  private static final Instant POSTED = Instant.parse("2024-05-25T12:00:00Z");
  private static final Instant FIRST = Instant.parse("2024-05-24T22:00:00Z");

  private Batches() {}

  /** The grain that {@link #read} reads with. */
  public static final RollupGrain GRAIN =
      new RollupGrain(ContextLadder.V1, Set.of("team", "environment"));

  /** An event before it is put into a batch. */
  public record Event(
      Dimensions dimensions, Instant time, Quantities quantities, int sign, Labels tags) {
    /** An event without tags. */
    public Event(Dimensions dimensions, Instant time, Quantities quantities, int sign) {
      this(dimensions, time, quantities, sign, Labels.NONE);
    }

    /** An event that adds. */
    public Event(Dimensions dimensions, Instant time, Quantities quantities) {
      this(dimensions, time, quantities, 1);
    }
  }

  /** A batch as report-service reads it from the topic. */
  public static BatchTally read(UsageBatch batch) {
    try {
      return BatchReader.read(CODEC.encode(batch), GRAIN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Batches as report-service reads them from the topic. */
  public static List<BatchTally> read(Collection<UsageBatch> batches) {
    return batches.stream().map(Batches::read).toList();
  }

  /** Dimensions of an account and a model. */
  public static Dimensions dimensions(String account, String model) {
    return new Dimensions(
        account, null, null, null, "aws.bedrock", model, "us-east-1", "Converse", PriceClass.NONE);
  }

  /** Events of a few accounts and models over a few hours. */
  public static List<Event> events(Random random, int count) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          new Event(
              dimensions("account-" + random.nextInt(3), "model-" + random.nextInt(2)),
              FIRST.plusSeconds(random.nextInt(4 * 3600)),
              Quantities.of(
                  Map.of(
                      MeterName.INPUT_TOKENS,
                      Quantity.of(random.nextInt(random.nextInt(4) == 0 ? 400_000 : 1000)),
                      MeterName.CACHE_READ_TOKENS,
                      Quantity.of(random.nextInt(40_000)),
                      MeterName.REQUESTS,
                      Quantity.of(1 + random.nextInt(5) / 4),
                      new MeterName("gb_hours"),
                      new Quantity(BigDecimal.valueOf(random.nextInt(1_000_000), 6)))),
              random.nextInt(8) == 0 ? -1 : 1,
              tags(random)));
    }
    return events;
  }

  private static Labels tags(Random random) {
    Map<String, String> tags = new TreeMap<>();
    if (random.nextInt(3) > 0) {
      tags.put("team", "team-" + random.nextInt(3));
    }
    if (random.nextInt(3) > 0) {
      tags.put("request", "" + random.nextInt());
    }
    return Labels.of(tags);
  }

  /** The events cut into batches of random size, in random order. */
  public static List<UsageBatch> split(Random random, TenantId tenant, List<Event> events) {
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    List<UsageBatch> batches = new ArrayList<>();
    int at = 0;
    while (at < shuffled.size()) {
      int end = Math.min(shuffled.size(), at + 1 + random.nextInt(20));
      batches.add(batch(tenant, shuffled.subList(at, end)));
      at = end;
    }
    return batches;
  }

  /** One batch. */
  public static UsageBatch batch(TenantId tenant, List<Event> events) {
    List<Dimensions> sets = events.stream().map(Event::dimensions).distinct().toList();
    List<Labels> tags =
        events.stream().map(Event::tags).filter(t -> !t.equals(Labels.NONE)).distinct().toList();
    List<UsageFact> facts =
        events.stream()
            .map(
                e ->
                    new UsageFact(
                        sets.indexOf(e.dimensions()),
                        e.time(),
                        e.quantities(),
                        e.sign(),
                        e.tags().equals(Labels.NONE) ? null : tags.indexOf(e.tags())))
            .toList();
    return new UsageBatch(UsageBatch.VERSION, UUID.randomUUID(), tenant, POSTED, sets, tags, facts);
  }
}
