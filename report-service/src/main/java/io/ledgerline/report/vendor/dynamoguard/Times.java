package io.ledgerline.report.vendor.dynamoguard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as DynamoGuard writes them. */
public final class Times {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** With milliseconds always, such as {@code 2024-11-07T00:00:00.000Z}. */
  public static String text(Instant instant) {
    return MILLISECONDS.format(instant);
  }
}
