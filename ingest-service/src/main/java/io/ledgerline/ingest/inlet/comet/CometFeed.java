package io.ledgerline.ingest.inlet.comet;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.feed.Feed;
import io.ledgerline.ingest.inlet.feed.FeedFields;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an act in Comet means as usage. */
final class CometFeed implements Feed {
  /** The feed's name, and the account of acts that name no organisation. */
  static final String NAME = "comet";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> idNames() {
    return List.of("id");
  }

  @Override
  public UsageEvent event(FeedFields fields) {
    String id = Texts.required("id", fields.text("id"), Texts.MAX_NAME);
    CometAct act = CometAct.of(Texts.required("type", fields.text("type"), Texts.MAX_NAME));
    String organisation = fields.text("organizationId", "organization");
    String account = organisation == null ? NAME : organisation;
    return new UsageEvent(
        new EventIdentity(
            new SourceName(organisation == null ? NAME : NAME + ":" + organisation), id),
        fields.time("time", "timestamp"),
        new Origin(
            account,
            fields.text("user", "userName", "username"),
            fields.text("workspace"),
            fields.text("project", "projectName")),
        new ServiceUse(NAME, null, null, act.wireName()),
        PriceClass.NONE,
        quantities(act, fields),
        Labels.NONE,
        Labels.NONE);
  }

  private static Quantities quantities(CometAct act, FeedFields fields) {
    Quantity count = fields.quantity("count");
    Quantity bytes = fields.quantity("sizeBytes", "size");
    if (bytes != null && act.bytes() == null) {
      throw new InvalidValueException(
          "sizeBytes", "not-applicable", "'" + act.wireName() + "' has no size.");
    }
    if (act.counts() == null && bytes == null) {
      throw new InvalidValueException(
          "sizeBytes", "missing", "'sizeBytes' is required of '" + act.wireName() + "'.");
    }
    SortedMap<MeterName, Quantity> byMeter = new TreeMap<>();
    if (act.counts() != null) {
      byMeter.put(act.counts(), count == null ? Quantity.ONE : count);
    }
    if (bytes != null) {
      byMeter.put(act.bytes(), bytes);
    }
    return new Quantities(byMeter);
  }
}
