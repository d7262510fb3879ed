package io.ledgerline.ingest.inlet.feed;

import io.ledgerline.contracts.usage.UsageEvent;
import java.util.List;

/** What the events of a vendor mean as usage. Pure and thread-safe. */
public interface Feed {
  /** The feed's name in metrics and among remembered calls, such as {@code dynamoguard}. */
  String name();

  /** The names of the field that tells one event from another, for answers about bad events. */
  List<String> idNames();

  /**
   * The usage of one event.
   *
   * @throws io.ledgerline.contracts.InvalidValueException when a field is missing or breaks a rule;
   *     it is named as the vendor names it
   */
  UsageEvent event(FeedFields fields);
}
