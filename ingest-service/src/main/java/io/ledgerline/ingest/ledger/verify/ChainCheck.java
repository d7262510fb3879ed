package io.ledgerline.ingest.ledger.verify;

import io.ledgerline.ingest.ledger.canon.FieldDigest;
import io.ledgerline.ingest.ledger.seal.Watermark;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Computes the chain anew from the first seal to the last, from headers only. The chain runs
 * through the batches of all tenants; a batch of another tenant is named by its id and no more.
 */
final class ChainCheck {
  private static final int AT_ONCE = 5000;
  private static final String NEXT =
      "SELECT "
          + Header.COLUMNS
          + " FROM batch b WHERE b.seal_no > ? AND b.seal_no <= ? ORDER BY b.seal_no LIMIT "
          + AT_ONCE;

  private final long upTo;
  private final Long headAt;
  private final FieldDigest digest = new FieldDigest("ledgerline chain 1");
  private final Set<Long> broken = new HashSet<>();
  private byte[] stored = HexFormat.of().parseHex(Watermark.NO_CHAIN);
  private byte[] computed = stored;
  private long sealNo;
  private String asked;

  /**
   * A check of everything sealed by now.
   *
   * @param upTo highest seal number
   * @param headAt the number whose chain value is asked for besides; null for none
   */
  ChainCheck(long upTo, Long headAt) {
    this.upTo = upTo;
    this.headAt = headAt;
    if (headAt != null && headAt == 0) {
      asked = Watermark.NO_CHAIN;
    }
  }

  /**
   * Checks some further batches.
   *
   * @return whether there may be more
   */
  boolean next(Connection connection, Consumer<Finding> findings) throws SQLException {
    List<Header> headers;
    try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
      statement.setLong(1, sealNo);
      statement.setLong(2, upTo);
      headers = Header.list(statement);
    }
    headers.forEach(header -> check(header, findings));
    if (headers.size() == AT_ONCE) {
      return true;
    }
    if (sealNo < upTo) {
      findings.accept(gap(sealNo + 1, upTo));
    }
    return false;
  }

  private void check(Header header, Consumer<Finding> findings) {
    if (header.sealNo() != sealNo + 1) {
      findings.accept(gap(sealNo + 1, header.sealNo() - 1));
    }
    byte[] link = link(stored, header);
    // A changed value in the chain breaks two links; what comes behind it fits what it should be.
    if (!Arrays.equals(link, header.chain())) {
      byte[] other = link(computed, header);
      if (Arrays.equals(other, header.chain())) {
        link = other;
      } else {
        broken.add(header.no());
        findings.accept(
            Finding.of(
                Finding.Kind.CHAIN_BROKEN,
                header.id(),
                "The header of the batch with seal number %d does not fit the chain."
                    .formatted(header.sealNo())));
      }
    }
    computed = link;
    stored = header.chain();
    sealNo = header.sealNo();
    if (headAt != null && headAt == sealNo) {
      asked = HexFormat.of().formatHex(computed);
    }
  }

  private byte[] link(byte[] previous, Header header) {
    return digest
        .bytes(previous)
        .number(header.sealNo())
        .uuid(header.id())
        .text(header.tenant())
        .number(ChronoUnit.MICROS.between(Instant.EPOCH, header.postedAt()))
        .number(header.events())
        .bytes(header.digest())
        .text(header.accepted())
        .all32();
  }

  private static Finding gap(long from, long to) {
    return Finding.of(
        Finding.Kind.CHAIN_BROKEN,
        null,
        from == to
            ? "The batch with seal number %d is missing.".formatted(from)
            : "The batches with seal numbers %d to %d are missing.".formatted(from, to));
  }

  /** Whether a batch's header does not fit the chain. */
  boolean isBroken(long batchNo) {
    return broken.contains(batchNo);
  }

  /** The last number that was checked. */
  long sealNo() {
    return sealNo;
  }

  /** The chain's value there, computed anew. */
  String head() {
    return HexFormat.of().formatHex(computed);
  }

  /** The value at the number asked for; null when there is no such number. */
  String asked() {
    return asked;
  }
}
