package io.ledgerline.report.gauge;

import io.ledgerline.contracts.usage.MeterName;
import java.util.Comparator;
import java.util.Objects;

/**
 * What names a series of a tenant.
 *
 * @param source who says it
 * @param resource what is looked at, by the source's name for it
 * @param meter what is counted of it
 */
public record SeriesKey(String source, String resource, MeterName meter)
    implements Comparable<SeriesKey> {
  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparing(SeriesKey::source)
          .thenComparing(SeriesKey::resource)
          .thenComparing(SeriesKey::meter);

  /** Checks that all is there. */
  public SeriesKey {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(meter, "meter");
  }

  @Override
  public int compareTo(SeriesKey other) {
    return ORDER.compare(this, other);
  }
}
