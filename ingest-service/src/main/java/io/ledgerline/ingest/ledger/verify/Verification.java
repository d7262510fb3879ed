package io.ledgerline.ingest.ledger.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.ingest.ledger.scan.LineStream;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One verification, step by step: the chain, then each month's batches and rows, then what was
 * posted meanwhile and the keys in one snapshot. Memory is that of some ten thousand rows.
 */
final class Verification implements LineStream.Source {
  private static final String OLD =
      """
      SELECT id FROM batch
      WHERE tenant = ? AND seal_no IS NULL AND posted_at < now() - interval '10 minutes'
      ORDER BY batch_no LIMIT 1000""";

  /** Months that have a partition, or batches. */
  private static final String MONTHS =
      """
      SELECT to_date(substr(c.relname, 14), 'YYYY_MM') FROM pg_inherits i
        JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'ledger_event'::regclass
      UNION
      SELECT DISTINCT date_trunc('month', max_time AT TIME ZONE 'UTC')::date FROM batch
      WHERE tenant = ?""";

  /** Whatever is noted of a month, rows are only missed rightly that were archived as a whole. */
  private static final String DROPPED =
      """
      SELECT m.month FROM ledger_month m
      WHERE m.state IN ('ARCHIVED', 'DETACHED', 'DROPPED') AND EXISTS (SELECT FROM ledger_archive a
          WHERE a.id = m.archive_id AND a.state = 'DONE' AND a.whole)
        AND NOT EXISTS (SELECT FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
          WHERE i.inhparent = 'ledger_event'::regclass AND NOT i.inhdetachpending
            AND c.relname = 'ledger_event_' || to_char(m.month, 'YYYY_MM'))""";

  private enum Step {
    CHAIN,
    MONTHS,
    KEYS,
    DONE
  }

  /**
   * What is to be verified.
   *
   * @param tenant whose rows
   * @param from charge time of the rows, inclusive
   * @param to exclusive
   * @param headAt the seal number whose chain value is asked for besides; null for none
   * @param verified what was found right before; null to compute the chain from its beginning
   */
  record Question(String tenant, Instant from, Instant to, Long headAt, VerifiedHead verified) {}

  private final Question question;
  private final String tenant;
  private final long watermark;
  private final ObjectMapper json;
  private final RowDigests digests;
  private final ChainCheck chain;
  private final Deque<LocalDate> months = new ArrayDeque<>();
  private Set<LocalDate> all = Set.of();
  private Proof proof;
  private MonthCheck month;
  private long expected;
  private long lowest = Long.MAX_VALUE;
  private Step step = Step.CHAIN;

  Verification(Question question, long watermark, Pool pool, ObjectMapper json) {
    this.question = question;
    this.tenant = question.tenant();
    this.watermark = watermark;
    this.json = json;
    this.digests = new RowDigests(tenant, pool);
    this.chain = new ChainCheck(watermark, question.headAt());
  }

  @Override
  public List<String> next(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    if (proof == null) {
      begin(connection, lines);
    }
    switch (step) {
      case CHAIN -> {
        if (!chain.next(connection, proof::found)) {
          old(connection);
          step = Step.MONTHS;
        }
      }
      case MONTHS -> month(connection);
      case KEYS -> {
        keys(connection);
        step = Step.DONE;
      }
      default -> {
        return null;
      }
    }
    for (Finding finding : proof.fresh()) {
      lines.add(text(finding));
    }
    lines.add(
        text(
            json.createObjectNode()
                .put("checkedBatches", proof.batches())
                .put("of", Math.max(expected, proof.batches()))
                .put("checkedSeals", chain.sealNo())));
    return lines;
  }

  private void begin(Connection connection, List<String> lines) throws SQLException {
    Set<LocalDate> dropped = dropped(connection);
    Scope scope = Scope.of(tenant, question.from(), question.to(), dropped);
    proof = new Proof(scope, digests, chain);
    all = new TreeSet<>();
    for (LocalDate found : months(connection)) {
      if (dropped.contains(found)) {
        lines.add(text(json.createObjectNode().put("skippedMonth", found.toString())));
      } else if (Scope.month(scope.from()).compareTo(found) <= 0
          && Scope.month(scope.to().minusNanos(1)).compareTo(found) >= 0) {
        all.add(found);
      }
    }
    months.addAll(all);
    count(connection);
    VerifiedHead verified = question.verified();
    if (verified != null) {
      chain.begin(connection, verified, Math.min(verified.sealNo(), lowest - 1), proof::found);
    }
  }

  private void month(Connection connection) throws SQLException {
    if (months.isEmpty()) {
      step = Step.KEYS;
      return;
    }
    if (month == null) {
      month = new MonthCheck(proof, months.getFirst(), "b.seal_no <= " + watermark);
    }
    if (!month.next(connection)) {
      month.strays(connection);
      month = null;
      months.removeFirst();
    }
  }

  /** What was posted since the watermark was taken, and the keys, at one and the same moment. */
  private void keys(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    }
    for (LocalDate each : all) {
      MonthCheck late =
          new MonthCheck(proof, each, "(b.seal_no > " + watermark + " OR b.seal_no IS NULL)");
      boolean more = true;
      while (more) {
        more = late.next(connection);
      }
    }
    new KeyCheck(connection, proof).run(connection);
    new CorrectionCheck(connection, proof).run(all);
  }

  private void old(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OLD)) {
      statement.setString(1, tenant);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          proof.found(
              Finding.of(
                  Finding.Kind.UNSEALED_OLD,
                  rows.getObject(1, UUID.class),
                  "The batch was posted more than ten minutes ago and has no seal."));
        }
      }
    }
  }

  /** How many batches there are to check, and which of them was sealed first. */
  private void count(Connection connection) throws SQLException {
    for (LocalDate each : all) {
      String query =
          "SELECT count(*), min(b.seal_no) FROM batch b WHERE b.tenant = ? AND "
              + proof.scope().batchesOf(each);
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        statement.setString(1, tenant);
        try (ResultSet rows = statement.executeQuery()) {
          rows.next();
          expected += rows.getLong(1);
          Long first = rows.getObject(2, Long.class);
          lowest = first == null ? lowest : Math.min(lowest, first);
        }
      }
    }
  }

  private List<LocalDate> months(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MONTHS)) {
      statement.setString(1, tenant);
      return dates(statement);
    }
  }

  private static Set<LocalDate> dropped(Connection connection) throws SQLException {
    try (PreparedStatement there =
            connection.prepareStatement("SELECT to_regclass('ledger_month') IS NOT NULL");
        ResultSet rows = there.executeQuery()) {
      rows.next();
      if (!rows.getBoolean(1)) {
        return Set.of();
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(DROPPED)) {
      return new TreeSet<>(dates(statement));
    }
  }

  private static List<LocalDate> dates(PreparedStatement statement) throws SQLException {
    List<LocalDate> dates = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        dates.add(rows.getObject(1, LocalDate.class));
      }
    }
    return dates;
  }

  @Override
  public String end() {
    ObjectNode end =
        json.createObjectNode()
            .put("end", true)
            .put("batches", proof.batches())
            .put("events", proof.events())
            .put("findings", proof.findings())
            .put("sealNo", chain.sealNo())
            .put("chainHead", chain.head());
    if (chain.asked() != null) {
      end.put("chainAt", chain.asked());
    }
    return text(end);
  }

  private String text(Object line) {
    try {
      return json.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line cannot be written", e);
    }
  }
}
