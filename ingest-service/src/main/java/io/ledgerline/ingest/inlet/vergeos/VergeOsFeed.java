package io.ledgerline.ingest.inlet.vergeos;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.contracts.usage.SampledResource;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.SourceTime;
import io.ledgerline.ingest.inlet.feed.Feed;
import io.ledgerline.ingest.inlet.feed.FeedFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Samples of a cluster: the measured fields of a billing record, each a gauge of the same name,
 * with a time and a resource. A whole record is one, too. Sent again it has the same identity: its
 * resource and time, unless it has an {@code id}.
 */
final class VergeOsFeed implements Feed {
  /** The fields of a billing record that are gauges. */
  static final Set<String> METERS =
      Stream.concat(
              Stream.of(
                  "used_cores",
                  "total_cores",
                  "online_cores",
                  "total_nodes",
                  "online_nodes",
                  "running_machines",
                  "used_ram",
                  "total_ram",
                  "online_ram",
                  "phys_ram_used",
                  "phys_vram_used",
                  "phys_total_cpu",
                  "gpus_total",
                  "gpus",
                  "gpus_idle",
                  "vgpus_total",
                  "vgpus",
                  "vgpus_idle",
                  "workload_datapoints",
                  "storage_datapoints"),
              IntStream.rangeClosed(0, 5)
                  .boxed()
                  .flatMap(tier -> Stream.of("tier_" + tier + "_used", "tier_" + tier + "_total")))
          .collect(Collectors.toUnmodifiableSet());

  private static final String NAME = "vergeos";
  private static final String SECONDS = "[0-9]{1,12}";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> idNames() {
    return List.of("id", "resource");
  }

  @Override
  public UsageEvent event(FeedFields fields) {
    String resource =
        Texts.required("resource", or(fields.text("resource"), "system"), Texts.MAX_NAME);
    Instant time = time(fields.text("time", "created"));
    boolean ended = fields.flag("endOfLife");
    Map<String, String> attributes = new TreeMap<>(Map.of(SampledResource.RESOURCE, resource));
    if (ended) {
      attributes.put(SampledResource.END_OF_LIFE, "true");
    }
    return new UsageEvent(
        new EventIdentity(
            new SourceName(or(fields.text("source"), NAME)),
            or(fields.text("id"), resource + "@" + time)),
        time,
        new Origin(
            or(fields.text("sourceAccount"), NAME),
            null,
            fields.text("workspace"),
            fields.text("project")),
        new ServiceUse(NAME, null, fields.text("region"), null),
        PriceClass.NONE,
        quantities(fields, ended),
        Labels.NONE,
        Labels.of(attributes));
  }

  private static Quantities quantities(FeedFields fields, boolean ended) {
    Map<MeterName, Quantity> quantities = new TreeMap<>();
    for (String meter : METERS) {
      Quantity quantity = fields.quantity(meter);
      if (quantity != null) {
        quantities.put(new MeterName(meter), quantity);
      }
    }
    if (quantities.isEmpty() && ended) {
      // What is gone has no numbers; an event has at least one.
      quantities.put(new MeterName("total_nodes"), Quantity.ZERO);
    }
    if (quantities.isEmpty()) {
      throw new InvalidValueException(
          "used_cores", "missing", "A sample has at least one number, such as 'used_cores'.");
    }
    return Quantities.of(quantities);
  }

  /** A sample says its time, a record when it was made. */
  private static Instant time(String text) {
    if (text == null) {
      throw new InvalidValueException(
          "time", "missing", "'time' is an RFC 3339 time or the seconds since 1970.");
    }
    return text.matches(SECONDS)
        ? Instant.ofEpochSecond(Long.parseLong(text))
        : SourceTime.parse("time", text);
  }

  private static String or(String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
