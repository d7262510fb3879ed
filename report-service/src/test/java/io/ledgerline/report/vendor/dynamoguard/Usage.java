package io.ledgerline.report.vendor.dynamoguard;

import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.report.ledger.LedgerLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The usage U of the contract's acceptance cases, as the ledger tells it. */
public final class Usage {
  /** All of it. */
  public static final List<LedgerLine> U =
      List.of(
          call("2024-11-06T23:59:59.999Z", "analyze", 100, 0),
          call("2024-11-07T00:00:00Z", "analyze", 10, 0),
          call("2024-11-07T12:00:00Z", "chat", 20, 30),
          call("2024-11-07T23:59:59.999Z", "analyze", 40, 0),
          call("2024-11-08T00:00:00Z", "analyze", 1000, 0));

  private Usage() {}

  /** A call of an endpoint. */
  public static LedgerLine call(String time, String endpoint, long input, long output) {
    return call(time, endpoint, input, output, "dynamoguard");
  }

  /** A call of an endpoint of whichever provider. */
  public static LedgerLine call(
      String time, String endpoint, long input, long output, String provider) {
    return new LedgerLine(
        Instant.parse(time),
        "dynamoguard",
        time + endpoint + provider,
        "dynamoguard",
        "ann",
        provider,
        "65a1f0c2e4b0a1b2c3d4e5f6",
        null,
        PriceClass.NONE,
        Quantities.of(
            Map.of(
                MeterName.REQUESTS, Quantity.ONE,
                MeterName.INPUT_TOKENS, Quantity.of(input),
                MeterName.OUTPUT_TOKENS, Quantity.of(output))),
        UUID.fromString("00000000-0000-0000-0000-000000000001"),
        null,
        null,
        null,
        endpoint,
        Labels.NONE);
  }
}
