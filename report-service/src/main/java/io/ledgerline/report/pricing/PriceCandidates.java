package io.ledgerline.report.pricing;

import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The prices that usage of one kind may have, whenever it happened: asked once per kind of usage,
 * it answers for every time without looking into the book again. Immutable.
 */
public final class PriceCandidates {
  private final List<PriceOption> options;
  private final List<TriedName> names;
  private final UnratedReason otherwise;
  private final Register<ModelAlias, AliasedModel> aliases;

  PriceCandidates(
      List<PriceOption> options,
      List<TriedName> names,
      UnratedReason otherwise,
      Register<ModelAlias, AliasedModel> aliases) {
    this.options = List.copyOf(options);
    this.names = List.copyOf(names);
    this.otherwise = otherwise;
    this.aliases = aliases;
  }

  /** The same answers in less memory. */
  PriceCandidates withoutNames() {
    return new PriceCandidates(options, List.of(), otherwise, aliases);
  }

  /** The names under which prices were looked for, the closest first. */
  public List<TriedName> names() {
    return names;
  }

  /**
   * Every price that accepts the usage and counts at {@code time}, the most specific first; usage
   * that names no provider may have none of them, see {@link #at}.
   */
  public List<Finding> all(Instant time) {
    List<Finding> all = new ArrayList<>();
    for (PriceOption option : options) {
      Entry<PriceMatch, Tariff> version =
          option.name() == null || option.name().holds(aliases, time) ? option.at(time) : null;
      if (version != null) {
        all.add(Finding.of(version, option.rule()));
      }
    }
    return all;
  }

  /** The price of usage at {@code time}, or why there is none. */
  public Finding at(Instant time) {
    boolean withdrawn = false;
    boolean ambiguous = false;
    for (int from = 0; from < options.size(); ) {
      int to = endOfTier(from);
      Tier tier = new Tier();
      for (int i = from; i < to && !tier.isDecided(); i++) {
        tier.take(options.get(i), time);
      }
      if (tier.best != null) {
        return tier.best;
      }
      withdrawn |= tier.withdrawn;
      ambiguous |= tier.ambiguous;
      from = to;
    }
    if (ambiguous) {
      return Finding.none(UnratedReason.AMBIGUOUS_PROVIDER);
    }
    return Finding.none(withdrawn ? UnratedReason.WITHDRAWN : otherwise);
  }

  private int endOfTier(int from) {
    int to = from + 1;
    while (to < options.size() && options.get(to).tier() == options.get(from).tier()) {
      to++;
    }
    return to;
  }

  /**
   * Chooses among options that are equally close to the model. Usage that names no provider gets
   * the price that names none either; else that of the only provider there is.
   */
  private final class Tier {
    private Finding best;
    private String provider;
    private boolean decided;
    private boolean withdrawn;
    private boolean ambiguous;

    boolean isDecided() {
      return decided;
    }

    void take(PriceOption option, Instant time) {
      if (option.name() != null && !option.name().holds(aliases, time)) {
        return;
      }
      Entry<PriceMatch, Tariff> version = option.at(time);
      if (version == null) {
        withdrawn |= option.isWithdrawn(time);
        return;
      }
      String priced = option.slot().match().provider();
      if (option.providerKnown() || priced == null) {
        decided = true;
        best = Finding.of(version, option.rule());
      } else if (provider == null) {
        provider = priced;
        best = Finding.of(version, option.rule());
      } else if (!provider.equals(priced)) {
        ambiguous = true;
        best = null;
      }
    }
  }
}
