package io.ledgerline.report.pricing;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Span;
import io.ledgerline.report.book.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Finds prices of which neither is the more specific, though some usage falls under both: which one
 * counts would be chance.
 *
 * <p>No pair is compared that cannot meet. Only matches of one meter and one model text (or of two
 * patterns with the same number of literal characters that some name fits both) are looked at, and
 * of these only such as name equally many things besides. Two that name the same things (provider
 * and batch, say) differ in one of them and never meet; two that name different things meet when
 * they agree in what both name, which is looked up.
 */
public final class PriceOverlaps {
  private static final String PROVIDER = "/provider";
  private static final String REGION = "/region";
  private static final String OPERATION = "/operation";

  /** One choice of the customer under two names: a batch request has no service tier. */
  private static final String BATCH = "batch";

  private static final String TIER = "service_tier";

  private final Register<PriceMatch, Tariff> book;
  private final Map<Models, Map<SortedSet<String>, Group>> groups = new HashMap<>();
  private final Map<Alike, NearTexts<NearTexts<Set<Models>>>> patterns = new HashMap<>();

  private PriceOverlaps(Register<PriceMatch, Tariff> book) {
    this.book = book;
  }

  /**
   * Overlaps of the {@code looked} matches with any in the book.
   *
   * @param book what would count, the new entries among it
   * @param looked matches that are new or changed
   * @param most how many are told at most
   */
  public static List<PriceOverlap> among(
      Register<PriceMatch, Tariff> book, Collection<PriceMatch> looked, int most) {
    PriceOverlaps overlaps = new PriceOverlaps(book);
    Set<Models> concerned = looked.stream().map(Models::of).collect(Collectors.toSet());
    Set<Alike> alike =
        concerned.stream().filter(Models::isPattern).map(Alike::of).collect(Collectors.toSet());
    for (PriceMatch match : book.keys()) {
      Models models = Models.of(match);
      if (concerned.contains(models) || models.isPattern() && alike.contains(Alike.of(models))) {
        overlaps.add(models, match);
      }
    }
    List<PriceOverlap> found = new ArrayList<>();
    Set<PriceMatch> told = new HashSet<>();
    for (PriceMatch match : looked) {
      if (found.size() >= most) {
        break;
      }
      overlaps
          .first(match)
          .filter(overlap -> !told.contains(overlap.other().key()))
          .ifPresent(found::add);
      told.add(match);
    }
    return found;
  }

  private void add(Models models, PriceMatch match) {
    Map<String, String> named = named(match);
    SortedSet<String> names = new TreeSet<>(named.keySet());
    groups
        .computeIfAbsent(models, this::newModels)
        .computeIfAbsent(names, n -> new Group())
        .members
        .add(new Member(match, named));
  }

  private Map<SortedSet<String>, Group> newModels(Models models) {
    if (models.isPattern()) {
      patterns
          .computeIfAbsent(Alike.of(models), a -> new NearTexts<>())
          .of(models.prefix(), NearTexts::new)
          .of(models.suffixReversed(), HashSet::new)
          .add(models);
    }
    return new HashMap<>();
  }

  private Optional<PriceOverlap> first(PriceMatch match) {
    Map<String, String> named = named(match);
    First first = new First(match, named);
    Models models = Models.of(match);
    first.lookInto(models);
    if (models.isPattern()) {
      meeting(models, first::lookInto);
    }
    return Optional.ofNullable(first.found);
  }

  /** Tells of the patterns, other than {@code models}, that some name of it fits as well. */
  private void meeting(Models models, Consumer<Models> found) {
    for (NearTexts<Set<Models>> bySuffix :
        patterns.getOrDefault(Alike.of(models), new NearTexts<>()).near(models.prefix())) {
      for (Set<Models> near : bySuffix.near(models.suffixReversed())) {
        near.stream()
            .filter(other -> !other.equals(models))
            .filter(other -> Wildcards.meet(models.model().text(), other.model().text()))
            .forEach(found);
      }
    }
  }

  private static Map<String, String> named(PriceMatch match) {
    Map<String, String> named = new HashMap<>(match.priceClass().values());
    put(named, PROVIDER, match.provider());
    put(named, REGION, match.region());
    put(named, OPERATION, match.operation());
    return named;
  }

  private static void put(Map<String, String> named, String name, String value) {
    if (value != null) {
      named.put(name, value);
    }
  }

  /** The first time at which both count. */
  private Optional<PriceOverlap> together(PriceMatch one, PriceMatch other) {
    List<Span<PriceMatch, Tariff>> mine = book.spans(one);
    List<Span<PriceMatch, Tariff>> theirs = book.spans(other);
    int i = 0;
    int j = 0;
    while (i < mine.size() && j < theirs.size()) {
      Validity a = mine.get(i).when();
      Validity b = theirs.get(j).when();
      if (a.overlaps(b)) {
        Instant time = a.from().isAfter(b.from()) ? a.from() : b.from();
        return Optional.of(new PriceOverlap(one, theirs.get(j).entry(), time));
      }
      if (a.from().isBefore(b.from())) {
        i++;
      } else {
        j++;
      }
    }
    return Optional.empty();
  }

  /** Looks for the first price that one match meets. */
  private final class First {
    private final PriceMatch match;
    private final Map<String, String> named;
    private PriceOverlap found;

    First(PriceMatch match, Map<String, String> named) {
      this.match = match;
      this.named = named;
    }

    void lookInto(Models models) {
      groups
          .getOrDefault(models, Map.of())
          .forEach(
              (names, group) -> {
                if (found == null && names.size() == named.size() && !isOneChoice(names)) {
                  lookInto(names, group);
                }
              });
    }

    private boolean isOneChoice(Set<String> names) {
      return names.contains(BATCH) != named.containsKey(BATCH)
          && names.contains(TIER) != named.containsKey(TIER)
          && names.contains(BATCH) != names.contains(TIER);
    }

    private void lookInto(SortedSet<String> names, Group group) {
      List<String> shared = names.stream().filter(named::containsKey).toList();
      for (Member member : group.agreeing(shared, named)) {
        if (found == null && !member.match().equals(match)) {
          found = together(match, member.match()).orElse(null);
        }
      }
    }
  }

  /** Matches of the same models that name the same things. */
  private static final class Group {
    private final List<Member> members = new ArrayList<>(1);
    private final Map<List<String>, Map<List<String>, List<Member>>> byValues = new HashMap<>();

    /** Those that have the given values of the {@code shared} names. */
    List<Member> agreeing(List<String> shared, Map<String, String> values) {
      return byValues
          .computeIfAbsent(shared, this::index)
          .getOrDefault(project(shared, values), List.of());
    }

    private Map<List<String>, List<Member>> index(List<String> shared) {
      Map<List<String>, List<Member>> index = new HashMap<>();
      for (Member member : members) {
        index.computeIfAbsent(project(shared, member.named()), k -> new ArrayList<>(1)).add(member);
      }
      return index;
    }

    private static List<String> project(List<String> shared, Map<String, String> values) {
      return shared.stream().map(values::get).toList();
    }
  }

  private record Member(PriceMatch match, Map<String, String> named) {}

  /** Which models a match is for. */
  private record Models(MeterName meter, ModelSelector model) {
    static Models of(PriceMatch match) {
      return new Models(match.meter(), match.model());
    }

    boolean isPattern() {
      return model.kind() == ModelSelector.Kind.PATTERN;
    }

    String prefix() {
      return Wildcards.prefix(model.text());
    }

    String suffixReversed() {
      return new StringBuilder(Wildcards.suffix(model.text())).reverse().toString();
    }
  }

  /** Patterns of a meter that have equally many literal characters. */
  private record Alike(MeterName meter, int literals) {
    static Alike of(Models models) {
      return new Alike(models.meter(), models.model().literals());
    }
  }
}
