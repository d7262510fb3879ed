package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.report.ledger.HourTotal;
import io.ledgerline.report.ledger.LedgerFinding;
import io.ledgerline.report.ledger.LedgerStream;
import io.ledgerline.report.reconciliation.AccountMeter;
import io.ledgerline.report.reconciliation.EventNames;
import io.ledgerline.report.reconciliation.HourEvidence;
import io.ledgerline.report.reconciliation.HourLine;
import io.ledgerline.report.reconciliation.LineFinding;
import io.ledgerline.report.reconciliation.LineState;
import io.ledgerline.report.reconciliation.Stage;
import io.ledgerline.report.reconciliation.store.ReportedHourStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Looks closer at one hour, each thing at most once and only when a line does not agree. For one
 * thread; blocking.
 */
final class HourLook implements HourEvidence, LineFindings {
  private final Sources sources;
  private final Instant hour;
  private final ReportedHourStore.Run run;
  private HourBatches batches;
  private Map<AccountMeter, HourTotal> whenReported;
  private List<LedgerFinding> verified;

  HourLook(Sources sources, Instant hour, ReportedHourStore.Run run) {
    this.sources = sources;
    this.hour = hour;
    this.run = run;
  }

  Instant hour() {
    return hour;
  }

  @Override
  public BigDecimal onItsWay(AccountMeter line) {
    HourBatches all = batches();
    return all.of(HourBatches.Fault.ON_ITS_WAY, line)
        .sum()
        .subtract(all.of(HourBatches.Fault.LATER, line).sum());
  }

  @Override
  public boolean moreOnItsWay() {
    return batches().unread();
  }

  @Override
  public BigDecimal acceptedWhenReported(AccountMeter line) {
    if (whenReported == null) {
      try (LedgerStream<HourTotal> totals = sources.totalsAt(hour, run.watermark())) {
        whenReported = new HourTotals(totals, month -> {}).of(hour);
      }
    }
    HourTotal then = whenReported.get(line);
    return then == null ? BigDecimal.ZERO : then.accepted();
  }

  @Override
  public List<LineFinding> of(HourLine line) {
    List<LineFinding> findings = new ArrayList<>();
    if (line.state() == LineState.PENDING) {
      add(findings, line, HourBatches.Fault.ON_ITS_WAY, LineFinding.BATCH_ON_ITS_WAY);
    }
    if (line.differing().contains(Stage.IN_LEDGER)) {
      findings.addAll(ledgerFindings());
    }
    if (line.differing().contains(Stage.ROLLED_UP)) {
      findings.addAll(rollupFindings(line));
    }
    if (line.differing().contains(Stage.REPORTED)) {
      EventNames events = new AccountEvents(sources, hour, run.watermark()).of(line.key());
      findings.add(
          new LineFinding(
              Stage.REPORTED,
              LineFinding.REPORT_DIFFERS,
              List.of(),
              events.first(),
              events.count()));
    }
    return findings;
  }

  /** What the ledger itself finds wrong in the hour; it does not say of which account. */
  private List<LineFinding> ledgerFindings() {
    if (verified == null) {
      verified = sources.verification(hour);
    }
    SortedMap<String, EventNames> events = new TreeMap<>();
    SortedMap<String, Set<UUID>> concerned = new TreeMap<>();
    for (LedgerFinding finding : verified) {
      EventNames names = events.computeIfAbsent(finding.finding(), f -> new EventNames());
      finding.events().forEach(names::add);
      if (finding.batchId() != null) {
        concerned
            .computeIfAbsent(finding.finding(), f -> new LinkedHashSet<>())
            .add(finding.batchId());
      }
    }
    List<LineFinding> findings = new ArrayList<>();
    events.forEach(
        (cause, names) ->
            findings.add(
                new LineFinding(
                    Stage.IN_LEDGER,
                    cause,
                    first(concerned.getOrDefault(cause, Set.of())),
                    names.first(),
                    names.count())));
    return findings;
  }

  private List<LineFinding> rollupFindings(HourLine line) {
    List<LineFinding> findings = new ArrayList<>();
    add(findings, line, HourBatches.Fault.ON_ITS_WAY, LineFinding.BATCH_ON_ITS_WAY);
    add(findings, line, HourBatches.Fault.MISSING, LineFinding.BATCH_MISSING);
    add(findings, line, HourBatches.Fault.DIFFERS, LineFinding.BATCH_DIFFERS);
    boolean explained =
        line.sums()
                .rolledUp()
                .add(onItsWay(line.key()))
                .add(batches().of(HourBatches.Fault.MISSING, line.key()).sum())
                .compareTo(line.sums().accepted())
            == 0;
    if (!explained) {
      EventNames events = new AccountEvents(sources, hour, sources.watermark()).ofCells(line.key());
      findings.add(
          new LineFinding(
              Stage.ROLLED_UP,
              LineFinding.ROLLUP_DIFFERS,
              List.of(),
              events.first(),
              events.count()));
    }
    return findings;
  }

  private void add(
      List<LineFinding> findings, HourLine line, HourBatches.Fault fault, String cause) {
    HourBatches.Part part = batches().of(fault, line.key());
    if (!part.batches().isEmpty()) {
      findings.add(
          new LineFinding(
              Stage.ROLLED_UP,
              cause,
              first(part.batches()),
              part.events().first(),
              part.events().count()));
    }
  }

  private HourBatches batches() {
    if (batches == null) {
      batches = HourBatches.load(sources, hour);
    }
    return batches;
  }

  private static List<UUID> first(Set<UUID> batches) {
    return batches.stream().limit(LineFinding.MOST).toList();
  }
}
