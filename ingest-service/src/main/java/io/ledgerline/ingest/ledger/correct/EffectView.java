package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.SourceName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a correction changes, as callers see it and as its table keeps it.
 *
 * @param counts how many events had which result
 * @param total change of the ledger's sums: negative when usage is taken back
 * @param bySourceAccount the same by source account, the first 100 by name
 * @param otherSourceAccounts the same for the accounts behind those
 * @param timeUnit hour, day, month or year (UTC): the finest with at most 200 entries
 * @param byTime the same by start of that unit
 * @param first the first 100 events that are changed
 */
@RegisterForReflection(
    targets = {EffectView.class, EffectView.Counts.class, EffectView.Change.class, EventRef.class})
public record EffectView(
    Counts counts,
    Change total,
    SortedMap<String, Change> bySourceAccount,
    Change otherSourceAccounts,
    @Schema(enumeration = {"hour", "day", "month", "year"}) String timeUnit,
    SortedMap<Instant, Change> byTime,
    List<EventRef> first) {
  /**
   * How many events had which result.
   *
   * @param voided taken back
   * @param replaced have a new version
   * @param alreadyVoid were void before
   * @param unchanged say already what they are to say
   * @param unknown are not in the ledger
   * @param closed lie in a month that is closed
   * @param rejected have a new version that breaks a rule
   */
  public record Counts(
      long voided,
      long replaced,
      long alreadyVoid,
      long unchanged,
      long unknown,
      long closed,
      long rejected) {}

  /**
   * A change of sums.
   *
   * @param events by how many events
   * @param quantities by how much of each meter, plain decimals
   */
  public record Change(long events, SortedMap<String, String> quantities) {
    private static Change of(Sums sums) {
      SortedMap<String, String> texts = new TreeMap<>();
      sums.quantities().forEach((meter, value) -> texts.put(meter, value.toPlainString()));
      return new Change(sums.events(), texts);
    }

    private Sums sums() {
      SortedMap<String, BigDecimal> numbers = new TreeMap<>();
      quantities.forEach((meter, text) -> numbers.put(meter, new BigDecimal(text)));
      return new Sums(events, numbers);
    }
  }

  static EffectView of(Effect effect) {
    SortedMap<String, Change> accounts = new TreeMap<>();
    effect.byAccount().forEach((account, sums) -> accounts.put(account, Change.of(sums)));
    SortedMap<Instant, Change> times = new TreeMap<>();
    effect.byTime().forEach((time, sums) -> times.put(time, Change.of(sums)));
    return new EffectView(
        new Counts(
            effect.count(Verdict.VOIDED),
            effect.count(Verdict.REPLACED),
            effect.count(Verdict.ALREADY_VOID),
            effect.count(Verdict.UNCHANGED),
            effect.count(Verdict.UNKNOWN),
            effect.count(Verdict.CLOSED),
            effect.count(Verdict.REJECTED)),
        Change.of(effect.total()),
        accounts,
        Change.of(effect.otherAccounts()),
        effect.unit().word(),
        times,
        effect.first().stream().map(EventRef::of).toList());
  }

  /** Back again, to be added to. */
  Effect effect() {
    Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    verdicts.put(Verdict.VOIDED, counts.voided());
    verdicts.put(Verdict.REPLACED, counts.replaced());
    verdicts.put(Verdict.ALREADY_VOID, counts.alreadyVoid());
    verdicts.put(Verdict.UNCHANGED, counts.unchanged());
    verdicts.put(Verdict.UNKNOWN, counts.unknown());
    verdicts.put(Verdict.CLOSED, counts.closed());
    verdicts.put(Verdict.REJECTED, counts.rejected());
    SortedMap<String, Sums> accounts = new TreeMap<>();
    bySourceAccount.forEach((account, change) -> accounts.put(account, change.sums()));
    SortedMap<Instant, Sums> times = new TreeMap<>();
    byTime.forEach((time, change) -> times.put(time, change.sums()));
    return new Effect(
        verdicts,
        total.sums(),
        accounts,
        otherSourceAccounts.sums(),
        TimeUnitOfSums.of(timeUnit),
        times,
        first.stream()
            .map(ref -> new EventIdentity(new SourceName(ref.source()), ref.id()))
            .toList());
  }
}
