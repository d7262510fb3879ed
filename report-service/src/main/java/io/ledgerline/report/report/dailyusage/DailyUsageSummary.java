package io.ledgerline.report.report.dailyusage;

import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.report.grouped.GroupSum;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the report's events add up to: in all, by day, account and model, and by who used them.
 * Memory grows with those, not with events. Not safe for several threads.
 */
final class DailyUsageSummary {
  private final ZoneId zone;
  private final SortedMap<Part, Sum> parts = new TreeMap<>();
  private final SortedMap<Principal, Sum> principals = new TreeMap<>();

  /** By what is added up, in the order of the totals. */
  enum By {
    ALL,
    DAY,
    ACCOUNT,
    MODEL;

    /** As it stands in the files. */
    String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A line of the totals.
   *
   * @param by by what
   * @param name which; empty for all and for what the source did not say
   */
  record Part(By by, String name) implements Comparable<Part> {
    private static final Comparator<Part> ORDER =
        Comparator.comparing(Part::by).thenComparing(Part::name);

    /** Whether the line adds up this event, which is the report's business. */
    boolean has(LedgerLine event, ZoneId zone) {
      return switch (by) {
        case ALL -> true;
        case DAY -> event.time().atZone(zone).toLocalDate().toString().equals(name);
        case ACCOUNT -> event.sourceAccount().equals(name);
        case MODEL -> text(event.model()).equals(name);
      };
    }

    @Override
    public int compareTo(Part other) {
      return ORDER.compare(this, other);
    }
  }

  /** Who used something; empty where the source did not say. */
  record Principal(String account, String identity) implements Comparable<Principal> {
    private static final Comparator<Principal> ORDER =
        Comparator.comparing(Principal::account).thenComparing(Principal::identity);

    /** Whether the line adds up this event, which is the report's business. */
    boolean has(LedgerLine event) {
      return event.sourceAccount().equals(account) && text(event.principal()).equals(identity);
    }

    @Override
    public int compareTo(Principal other) {
      return ORDER.compare(this, other);
    }
  }

  /** A line's numbers. */
  static final class Sum {
    private final GroupSum usage = new GroupSum();
    private long rows;

    GroupSum usage() {
      return usage;
    }

    /** Rows of the report; events without a row are in the usage alone. */
    long rows() {
      return rows;
    }

    private void add(LedgerLine event, RatedEvent rated, boolean hasRow) {
      usage.add(event, rated);
      rows += hasRow ? 1 : 0;
    }
  }

  DailyUsageSummary(ZoneId zone) {
    this.zone = zone;
    parts.put(new Part(By.ALL, ""), new Sum());
  }

  /** Adds an event of the report's period, if it is the report's business. */
  void add(LedgerLine event, RatedEvent rated, boolean hasRow) {
    if (!DailyUsageLayout.concerns(event)) {
      return;
    }
    LocalDate day = event.time().atZone(zone).toLocalDate();
    part(By.ALL, "").add(event, rated, hasRow);
    part(By.DAY, day.toString()).add(event, rated, hasRow);
    part(By.ACCOUNT, event.sourceAccount()).add(event, rated, hasRow);
    part(By.MODEL, text(event.model())).add(event, rated, hasRow);
    principals
        .computeIfAbsent(
            new Principal(event.sourceAccount(), text(event.principal())), who -> new Sum())
        .add(event, rated, hasRow);
  }

  SortedMap<Part, Sum> parts() {
    return Collections.unmodifiableSortedMap(parts);
  }

  SortedMap<Principal, Sum> principals() {
    return Collections.unmodifiableSortedMap(principals);
  }

  private Sum part(By by, String name) {
    return parts.computeIfAbsent(new Part(by, name), part -> new Sum());
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
