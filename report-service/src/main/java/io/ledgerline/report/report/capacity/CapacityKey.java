package io.ledgerline.report.report.capacity;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.gauge.Stretch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a line is of. An account's line stands before those of its workspaces and resources, a
 * workspace's before those of its resources.
 *
 * @param day a calendar day of the period's zone; of reports by month its first
 * @param level what is added up
 * @param account the source account
 * @param workspace null for an account's line, and for resources without one
 * @param source who said it; null but for a resource's line, like the next
 * @param resource by the source's name for it
 * @param meter what was counted
 */
record CapacityKey(
    LocalDate day,
    Level level,
    String account,
    String workspace,
    String source,
    String resource,
    MeterName meter)
    implements Comparable<CapacityKey> {
  private static final Comparator<String> TEXT =
      Comparator.nullsFirst(Comparator.<String>naturalOrder());
  private static final Comparator<CapacityKey> ORDER =
      Comparator.comparing(CapacityKey::day)
          .thenComparing(CapacityKey::account)
          .thenComparing(key -> key.level != Level.ACCOUNT)
          .thenComparing(CapacityKey::workspace, TEXT)
          .thenComparing(key -> key.level != Level.WORKSPACE)
          .thenComparing(CapacityKey::source, TEXT)
          .thenComparing(CapacityKey::resource, TEXT)
          .thenComparing(CapacityKey::meter);

  /** What a line adds up. */
  enum Level {
    ACCOUNT,
    WORKSPACE,
    RESOURCE;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  CapacityKey {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(meter, "meter");
  }

  /** The lines that a stretch of a day counts in. */
  static List<CapacityKey> of(LocalDate day, Stretch stretch) {
    String account = stretch.dimensions().sourceAccount();
    String workspace = stretch.dimensions().workspace();
    MeterName meter = stretch.series().meter();
    List<CapacityKey> keys = new ArrayList<>();
    keys.add(new CapacityKey(day, Level.ACCOUNT, account, null, null, null, meter));
    if (workspace != null) {
      keys.add(new CapacityKey(day, Level.WORKSPACE, account, workspace, null, null, meter));
    }
    keys.add(
        new CapacityKey(
            day,
            Level.RESOURCE,
            account,
            workspace,
            stretch.series().source(),
            stretch.series().resource(),
            meter));
    return keys;
  }

  /** The line of the same group and day for another meter. */
  CapacityKey with(MeterName other) {
    return new CapacityKey(day, level, account, workspace, source, resource, other);
  }

  @Override
  public int compareTo(CapacityKey other) {
    return ORDER.compare(this, other);
  }
}
