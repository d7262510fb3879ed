package io.ledgerline.report.attribution;

import static io.ledgerline.report.attribution.Rules.EARLY;
import static io.ledgerline.report.attribution.Rules.LATE;
import static io.ledgerline.report.attribution.Rules.MOVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The index and the checks mean what they say when all is compared with all. */
class AttributionLawsTest {
  private static final Set<String> TAGS = Set.of("team");
  private static final Register<CostCentreCode, CostCentre> CENTRES =
      Rules.book(Rules.centre("one", null), Rules.centre("two", null));
  private static final List<Instant> TIMES =
      List.of(Instant.EPOCH, EARLY, MOVED.minusSeconds(900), MOVED, LATE);

  @Provide
  Arbitrary<List<Draft<RuleMatch, RuleTarget>>> rules() {
    Arbitrary<Map<String, String>> named =
        Combinators.combine(
                Arbitraries.of("a", "b").injectNull(0.6),
                Arbitraries.of("p", "q").injectNull(0.6),
                Arbitraries.of("x", "y").injectNull(0.6),
                Arbitraries.of("m", "m1", "n", "m*", "m1*", "*").injectNull(0.5))
            .as(AttributionLawsTest::map);
    Arbitrary<Validity> when =
        Arbitraries.of(
            Validity.ALWAYS,
            new Validity(EARLY, MOVED),
            new Validity(MOVED, null),
            new Validity(MOVED, LATE));
    return Combinators.combine(named, Arbitraries.of("one", "two").injectNull(0.15), when)
        .as(Rules::rule)
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<Dimensions> usages() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c"),
            Arbitraries.of("p", "q").injectNull(0.3),
            Arbitraries.of("x", "y").injectNull(0.3),
            Arbitraries.of("m", "m1", "m12", "n").injectNull(0.3))
        .as(AttributionLawsTest::map)
        .map(Rules::usage);
  }

  private static Map<String, String> map(String account, String project, String team, String m) {
    Map<String, String> named = new TreeMap<>();
    putIf(named, "account", account);
    putIf(named, "project", project);
    putIf(named, "team", team);
    putIf(named, "model", m);
    return named;
  }

  private static void putIf(Map<String, String> named, String name, String value) {
    if (value != null) {
      named.put(name, value);
    }
  }

  /** What is learnt one by one, without what the checks refuse. */
  private static List<Draft<RuleMatch, RuleTarget>> accepted(
      List<Draft<RuleMatch, RuleTarget>> drafts) {
    RuleChecks checks = new RuleChecks(CENTRES, TAGS);
    List<Draft<RuleMatch, RuleTarget>> accepted = new ArrayList<>();
    for (Draft<RuleMatch, RuleTarget> draft : drafts) {
      if (checks.faults(Rules.book(accepted), List.of(draft)).isEmpty()) {
        accepted.add(draft);
      }
    }
    return accepted;
  }

  @Property(tries = 300)
  void theIndexFindsWhatLookingAtEveryRuleFinds(
      @ForAll("rules") List<Draft<RuleMatch, RuleTarget>> drafts,
      @ForAll("usages") Dimensions usage) {
    Register<RuleMatch, RuleTarget> rules = Rules.book(accepted(drafts));
    AttributionBook book = new AttributionBook(CENTRES, rules);
    for (Instant time : TIMES) {
      List<Entry<RuleMatch, RuleTarget>> matching = matching(rules, usage, time);
      assertThat(book.matches(usage, time)).containsExactlyInAnyOrderElementsOf(matching);
      assertThat(book.find(usage, time).isPresent()).isEqualTo(!matching.isEmpty());
    }
  }

  @Property(tries = 300)
  void whatIsAcceptedNeverLeavesADoubtWhoPays(
      @ForAll("rules") List<Draft<RuleMatch, RuleTarget>> drafts,
      @ForAll("usages") Dimensions usage) {
    Register<RuleMatch, RuleTarget> rules = Rules.book(accepted(drafts));
    AttributionBook book = new AttributionBook(CENTRES, rules);
    for (Instant time : TIMES) {
      List<Entry<RuleMatch, RuleTarget>> matching = matching(rules, usage, time);
      int most = matching.stream().mapToInt(e -> rank(e.key())).max().orElse(0);
      List<RuleMatch> best =
          matching.stream().map(Entry::key).filter(key -> rank(key) == most).toList();
      // Equal only where the model's name decides.
      assertThat(best.stream().map(RuleShape::of).distinct().count()).isLessThanOrEqualTo(1);
      book.find(usage, time)
          .ifPresent(
              found ->
                  assertThat(closeness(found.key()))
                      .isEqualTo(
                          best.stream()
                              .mapToInt(AttributionLawsTest::closeness)
                              .max()
                              .orElseThrow()));
    }
  }

  @Property(tries = 300)
  void whatIsRefusedAsOverlappingNamesARuleThatContends(
      @ForAll("rules") List<Draft<RuleMatch, RuleTarget>> drafts) {
    List<Draft<RuleMatch, RuleTarget>> accepted = accepted(drafts);
    RuleChecks checks = new RuleChecks(CENTRES, TAGS);
    for (Draft<RuleMatch, RuleTarget> draft : drafts) {
      Register<RuleMatch, RuleTarget> book = Rules.book(accepted);
      boolean contends =
          !draft.isWithdrawal()
              && book.keys().stream()
                  .anyMatch(
                      key ->
                          book.spans(key).stream()
                                  .anyMatch(s -> overlapsEver(book, draft, s.when()))
                              && contend(draft.key(), key));
      List<DraftFault> faults = checks.faults(book, List.of(draft));
      assertThat(faults.stream().anyMatch(f -> f.code().equals("overlapping-rule")))
          .isEqualTo(contends);
    }
  }

  /** Its key counts at the draft's time, and whenever it counted before. */
  private static boolean overlapsEver(
      Register<RuleMatch, RuleTarget> book, Draft<RuleMatch, RuleTarget> draft, Validity when) {
    return draft.validity().overlaps(when)
        || book.spans(draft.key()).stream().anyMatch(own -> own.when().overlaps(when));
  }

  private static boolean contend(RuleMatch one, RuleMatch other) {
    boolean besidesPlaceTheSame =
        one.tags().keySet().equals(other.tags().keySet())
            && (one.model() == null) == (other.model() == null);
    return named(one) == named(other)
        && !besidesPlaceTheSame
        && agree(one.sourceAccount(), other.sourceAccount())
        && agree(one.project(), other.project())
        && agree(one.tags().get("team"), other.tags().get("team"))
        && (one.model() == null || other.model() == null || one.sharesModel(other));
  }

  private static boolean agree(String one, String other) {
    return one == null || other == null || one.equals(other);
  }

  private static int named(RuleMatch match) {
    return RuleShape.of(match).specificity();
  }

  /** More things first, then the deeper place: a project lies in an account. */
  private static int rank(RuleMatch match) {
    return 10 * named(match)
        + (match.project() == null ? 0 : 4)
        + (match.sourceAccount() == null ? 0 : 1);
  }

  private static int closeness(RuleMatch match) {
    if (match.model() == null) {
      return 0;
    }
    return match.isModelPattern() ? match.modelStart().length() + 1 : Integer.MAX_VALUE;
  }

  private static List<Entry<RuleMatch, RuleTarget>> matching(
      Register<RuleMatch, RuleTarget> rules, Dimensions usage, Instant time) {
    return rules.keys().stream()
        .filter(key -> matches(key, usage))
        .flatMap(key -> rules.at(key, time).stream())
        .toList();
  }

  private static boolean matches(RuleMatch key, Dimensions usage) {
    return (key.sourceAccount() == null || key.sourceAccount().equals(usage.sourceAccount()))
        && (key.project() == null || key.project().equals(usage.project()))
        && usage.tags().values().entrySet().containsAll(key.tags().entrySet())
        && (key.model() == null || usage.model() != null && meansModel(key, usage.model()));
  }

  private static boolean meansModel(RuleMatch key, String model) {
    return key.isModelPattern() ? model.startsWith(key.modelStart()) : model.equals(key.model());
  }
}
