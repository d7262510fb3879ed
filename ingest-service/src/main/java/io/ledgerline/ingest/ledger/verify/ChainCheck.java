package io.ledgerline.ingest.ledger.verify;

import io.ledgerline.ingest.ledger.canon.FieldDigest;
import io.ledgerline.ingest.ledger.seal.Watermark;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Computes the chain anew, from headers only, from the first seal to the last or from one on behind
 * which nothing is asked for to a value that was found right before: as each value has all before
 * it in it, the value that was kept proves what lies between. The chain runs through the batches of
 * all tenants; a batch of another tenant is named by its id and no more.
 */
final class ChainCheck {
  private static final int AT_ONCE = 5000;
  private static final String NEXT =
      "SELECT "
          + Header.COLUMNS
          + " FROM batch b WHERE b.seal_no > ? AND b.seal_no <= ? ORDER BY b.seal_no LIMIT "
          + AT_ONCE;

  private static final String BEHIND =
      "SELECT count(*), (SELECT chain FROM batch WHERE seal_no = ?) FROM batch WHERE seal_no <= ?";

  private final long upTo;
  private final Long headAt;
  private final FieldDigest digest = new FieldDigest("ledgerline chain 1");
  private final Set<Long> broken = new HashSet<>();
  private byte[] stored = HexFormat.of().parseHex(Watermark.NO_CHAIN);
  private byte[] computed = stored;
  private long sealNo;
  private String asked;
  private VerifiedHead verified;

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
   * Begins behind a seal instead of at the first one. Where a batch up to there is missing, it
   * begins at the first one all the same, and finds it.
   *
   * @param head what was found right before
   * @param behind at most its number
   */
  void begin(Connection connection, VerifiedHead head, long behind, Consumer<Finding> findings)
      throws SQLException {
    if (head.sealNo() > upTo) {
      findings.accept(gap(upTo + 1, head.sealNo()));
      return;
    }
    verified = head;
    if (behind < 1) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(BEHIND)) {
      statement.setLong(1, behind);
      statement.setLong(2, behind);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        byte[] chain = row.getBytes(2);
        if (row.getLong(1) == behind && chain != null) {
          sealNo = behind;
          stored = chain;
          computed = chain;
          compare(null, findings);
        }
      }
    }
  }

  private void compare(UUID batch, Consumer<Finding> findings) {
    if (verified != null
        && verified.sealNo() == sealNo
        && !verified.chain().equals(HexFormat.of().formatHex(computed))) {
      findings.accept(
          Finding.of(
              Finding.Kind.CHAIN_BROKEN,
              batch,
              "The chain up to seal number %d is not what was found right before."
                  .formatted(sealNo)));
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
    compare(header.id(), findings);
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
