package io.ledgerline.report.report.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.message.DeliveryTarget;
import java.util.ArrayList;
import java.util.List;

/**
 * A delivery as a caller writes it; read by hand so that every fault names its field.
 *
 * @param channel {@code email} or {@code s3}
 * @param to of e-mail: the addresses
 * @param bucket of S3: the bucket
 * @param keyPrefix of S3: put before the key; absent for none
 */
public record DeliveryBody(String channel, List<String> to, String bucket, String keyPrefix) {
  private static final int MOST = 20;

  /**
   * The targets.
   *
   * @param bodies null for none
   * @throws InvalidValueException whose field is {@code deliveries[…].…}
   */
  public static List<DeliveryTarget> targets(List<DeliveryBody> bodies) {
    List<DeliveryTarget> targets = new ArrayList<>();
    for (DeliveryBody body : bodies == null ? List.<DeliveryBody>of() : bodies) {
      String at = "deliveries[" + targets.size() + "]";
      if (targets.size() == MOST) {
        throw new InvalidValueException(
            "deliveries", "too-many-deliveries", "A run has at most " + MOST + " deliveries.");
      }
      try {
        targets.add(target(body));
      } catch (InvalidValueException e) {
        throw e.within(at);
      }
    }
    return targets;
  }

  private static DeliveryTarget target(DeliveryBody body) {
    return switch (body == null ? null : body.channel) {
      case "email" -> new DeliveryTarget.Email(body.to);
      case "s3" -> new DeliveryTarget.S3(body.bucket, body.keyPrefix);
      case null, default ->
          throw new InvalidValueException(
              "channel", "unknown-channel", "'channel' is 'email' or 's3'.");
    };
  }
}
