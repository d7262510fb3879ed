package io.ledgerline.ingest.ledger.verify;

import java.util.ArrayList;
import java.util.List;

/** Events that a finding will name: the first ones, and how many there were in all. */
final class EventList {
  private final List<Finding.Event> events = new ArrayList<>();
  private int count;

  void add(Finding.Event event) {
    count++;
    if (events.size() < Finding.MOST_EVENTS) {
      events.add(event);
    }
  }

  List<Finding.Event> events() {
    return events;
  }

  int count() {
    return count;
  }
}
