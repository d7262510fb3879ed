package io.ledgerline.notify.channel.s3;

import io.ledgerline.contracts.message.DeliveryTarget;
import java.util.Map;

/** Where a report kind's files lie in a bucket. */
final class ObjectKeys {
  /** Folders that readers of a kind already expect; any other kind lies in a folder of its name. */
  private static final Map<String, String> FOLDERS =
      Map.of(
          "daily-usage", "AmazonBedrock_Charges_last_24hr_each_Model",
          "daily-usage-strict", "AmazonBedrock_Charges_last_24hr_each_Model");

  private ObjectKeys() {}

  /** The key of the file {@code name} of a report of {@code kind}. */
  static String of(DeliveryTarget.S3 target, String kind, String name) {
    String prefix = target.keyPrefix() == null ? "" : target.keyPrefix();
    return prefix + FOLDERS.getOrDefault(kind, kind) + "/" + name;
  }
}
