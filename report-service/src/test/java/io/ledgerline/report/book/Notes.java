package io.ledgerline.report.book;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A kind of entries for tests: notes by topic. Times are quarter hours after a fixed instant. */
public final class Notes {
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  public static final Provenance BY = new Provenance("test", "test");

  private Notes() {}

  /** What a note is about. */
  public record Topic(String name) {}

  /** What it says. */
  public record Note(String text) {}

  public static Instant at(int quarter) {
    return START.plus(Duration.ofMinutes(15L * quarter));
  }

  /** From one quarter hour to another; -1 leaves it open. */
  public static Validity valid(int from, int to) {
    return new Validity(at(from), to < 0 ? null : at(to));
  }

  public static Draft<Topic, Note> draft(String topic, String text, int from, int to) {
    return new Draft<>(new Topic(topic), text == null ? null : new Note(text), valid(from, to));
  }

  /** What the book makes of drafts that it learns at {@code known}. */
  public static List<Entry<Topic, Note>> learnt(Instant known, List<Draft<Topic, Note>> drafts) {
    return drafts.stream()
        .map(d -> new Entry<>(UUID.randomUUID(), d.key(), d.value(), d.validity(), known, BY))
        .toList();
  }
}
