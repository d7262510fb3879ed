package io.ledgerline.notify.digest;

import io.ledgerline.contracts.message.LedgerProof;
import io.ledgerline.contracts.message.ReportCompleted;
import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What templates may speak of: everything already written as people read it.
 *
 * @param kind the report kind
 * @param runId the run
 * @param from inclusive start, in the period's zone
 * @param to exclusive end, in the period's zone
 * @param zone the zone's name
 * @param rows lines of the report
 * @param events usage events behind it
 * @param charges plain decimal
 * @param currency ISO 4217 code
 * @param unratedEvents events without a price; 0 for none
 * @param provisional whether more usage may still be added to the period
 * @param unreconciled whether the numbers could not be proved equal to the ledger's
 * @param ledger which ledger the numbers were made of, in words; null when unknown
 * @param quantities sums by meter, sorted by name
 * @param files the artifacts
 * @param attached whether the files come with the mail; if not, each says where it is
 */
@TemplateData
public record DigestData(
    String kind,
    String runId,
    String from,
    String to,
    String zone,
    long rows,
    long events,
    String charges,
    String currency,
    long unratedEvents,
    boolean provisional,
    boolean unreconciled,
    String ledger,
    List<Sum> quantities,
    List<FileLine> files,
    boolean attached) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /**
   * A meter's sum.
   *
   * @param meter its name
   * @param amount plain decimal
   */
  @TemplateData
  public record Sum(String meter, String amount) {
    /** The meter in words. */
    public String label() {
      return Words.label(meter);
    }

    /** The amount with thousands apart. */
    public String toRead() {
      return Words.number(new BigDecimal(amount));
    }
  }

  /**
   * An artifact.
   *
   * @param name file name
   * @param size in bytes
   * @param sha256 of its bytes
   * @param location where to download it
   */
  @TemplateData
  public record FileLine(String name, long size, String sha256, String location) {
    /** The size in words. */
    public String sizeToRead() {
      return Words.size(size);
    }
  }

  /** The kind in words. */
  public String heading() {
    return Words.label(kind);
  }

  /** The charges, rounded. */
  public String chargesToRead() {
    return Words.money(new BigDecimal(charges));
  }

  /** Lines with thousands apart. */
  public String rowsToRead() {
    return Words.count(rows);
  }

  /** Events with thousands apart. */
  public String eventsToRead() {
    return Words.count(events);
  }

  /**
   * The data of a report.
   *
   * @param attached whether its files come with the mail
   * @param downloads where artifacts are downloaded from; put before {@code /api/v1/artifacts/…}
   */
  public static DigestData of(ReportCompleted report, boolean attached, String downloads) {
    ZoneId zone = ZoneId.of(report.zone());
    return new DigestData(
        report.kind(),
        report.runId().toString(),
        MINUTE.format(report.from().atZone(zone)),
        MINUTE.format(report.to().atZone(zone)),
        zone.getId(),
        report.summary().rows(),
        report.summary().events(),
        report.summary().charges().toPlainString(),
        report.summary().currency(),
        report.summary().unratedEvents(),
        report.provisional(),
        !report.reconciled(),
        ledger(report.ledger()),
        report.summary().quantities().entrySet().stream()
            .map(sum -> new Sum(sum.getKey(), sum.getValue().toPlainString()))
            .sorted(Comparator.comparing(Sum::meter))
            .toList(),
        report.artifacts().stream()
            .map(
                file ->
                    new FileLine(
                        file.name(),
                        file.size(),
                        file.sha256(),
                        downloads + "/api/v1/artifacts/" + file.id() + "/content"))
            .toList(),
        attached);
  }

  private static String ledger(LedgerProof proof) {
    return proof == null
        ? null
        : "seal %d, chain %s".formatted(proof.watermark(), proof.chainHead());
  }
}
