package io.ledgerline.local.parts;

import io.ledgerline.local.process.Ports;
import java.util.List;

/**
 * Where the parts listen, all on the loopback address.
 *
 * @param postgres the database server
 * @param kafka the broker, for clients
 * @param kafkaController the broker, for itself
 * @param smtp the mail server
 * @param imap the mailbox
 * @param s3 the object store
 */
public record PartPorts(int postgres, int kafka, int kafkaController, int smtp, int imap, int s3) {
  private static final PartPorts STANDARD = new PartPorts(15432, 19092, 19093, 12525, 12143, 19000);

  /** The usual ports, each moved up by {@code offset}. */
  public static PartPorts standard(int offset) {
    return new PartPorts(
        STANDARD.postgres + offset,
        STANDARD.kafka + offset,
        STANDARD.kafkaController + offset,
        STANDARD.smtp + offset,
        STANDARD.imap + offset,
        STANDARD.s3 + offset);
  }

  /** Ports that are free now. */
  public static PartPorts ephemeral() {
    List<Integer> free = Ports.free(6);
    return new PartPorts(
        free.get(0), free.get(1), free.get(2), free.get(3), free.get(4), free.get(5));
  }

  /** The ports that a part binds. */
  public List<Integer> of(PartName part) {
    return switch (part) {
      case POSTGRES -> List.of(postgres);
      case KAFKA -> List.of(kafka, kafkaController);
      case MAIL -> List.of(smtp, imap);
      case S3 -> List.of(s3);
    };
  }
}
