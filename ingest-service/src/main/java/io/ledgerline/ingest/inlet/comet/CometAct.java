package io.ledgerline.ingest.inlet.comet;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was done, and the meters it counts by; a meter is null where it counts none. */
enum CometAct {
  UI_CALL("ui_calls", null),
  SDK_CALL("sdk_calls", null),
  EXPERIMENT("experiments", "logged_bytes"),
  EXPERIMENT_DELETED("deleted_experiments", "deleted_bytes"),
  DATA_LOGGED(null, "logged_bytes"),
  DATA_DELETED(null, "deleted_bytes");

  private final MeterName counts;
  private final MeterName bytes;

  CometAct(String counts, String bytes) {
    this.counts = counts == null ? null : new MeterName(counts);
    this.bytes = bytes == null ? null : new MeterName(bytes);
  }

  /** The act of that name. */
  static CometAct of(String type) {
    return Arrays.stream(values())
        .filter(act -> act.wireName().equals(type))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "type",
                    "unknown-type",
                    "'type' is one of "
                        + Arrays.stream(values())
                            .map(CometAct::wireName)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /** As it is named in an event. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What {@code count} is of; null when there is nothing to count. */
  MeterName counts() {
    return counts;
  }

  /** What {@code sizeBytes} is of; null when it has no size. */
  MeterName bytes() {
    return bytes;
  }
}
