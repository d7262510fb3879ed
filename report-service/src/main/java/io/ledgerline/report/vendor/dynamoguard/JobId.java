package io.ledgerline.report.vendor.dynamoguard;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** The id of the job behind a report, in the vendor's form: seconds, then what tells jobs apart. */
public final class JobId {
  private static final HexFormat HEX = HexFormat.of();

  private JobId() {}

  /** 24 hex digits of a random run and when it was asked for. */
  public static String of(UUID run, Instant askedAt) {
    return HEX.toHexDigits((int) askedAt.getEpochSecond())
        + HEX.toHexDigits(run.getMostSignificantBits() ^ run.getLeastSignificantBits());
  }
}
