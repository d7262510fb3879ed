package io.ledgerline.report.attribution;

import io.ledgerline.contracts.usage.Dimensions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which things a rule names. Rules of one shape differ only in the values, so that a hash of the
 * values finds the one that usage matches.
 *
 * @param names sorted; those of tags begin with {@value #TAG}
 */
record RuleShape(List<String> names) {
  static final String MODEL = "model";
  private static final String TAG = "tag ";
  private static final String ACCOUNT = "account";
  private static final String WORKSPACE = "workspace";
  private static final String PROJECT = "project";
  private static final String PRINCIPAL = "principal";
  private static final Set<String> PLACES = Set.of(ACCOUNT, WORKSPACE, PROJECT);

  /** The shape whose rules win comes first; of shapes that contend the order means nothing. */
  static final Comparator<RuleShape> WINNING_FIRST =
      Comparator.comparingInt(RuleShape::specificity).thenComparingInt(RuleShape::depth).reversed();

  static RuleShape of(RuleMatch match) {
    Set<String> names = new TreeSet<>();
    match.tags().keySet().forEach(tag -> names.add(TAG + tag));
    addIf(match.sourceAccount(), ACCOUNT, names);
    addIf(match.workspace(), WORKSPACE, names);
    addIf(match.project(), PROJECT, names);
    addIf(match.principal(), PRINCIPAL, names);
    addIf(match.model(), MODEL, names);
    return new RuleShape(List.copyOf(names));
  }

  private static void addIf(Object value, String name, Collection<String> names) {
    if (value != null) {
      names.add(name);
    }
  }

  /** How many things are named: rules that name more win. */
  int specificity() {
    return names.size();
  }

  /**
   * How deep the place lies that is named: a project lies in a workspace, a workspace in an
   * account. Of rules that name equally many things the deeper one wins.
   */
  int depth() {
    return (names.contains(PROJECT) ? 4 : 0)
        + (names.contains(WORKSPACE) ? 2 : 0)
        + (names.contains(ACCOUNT) ? 1 : 0);
  }

  /**
   * Whether usage could match rules of both without either winning: they name equally many things,
   * and not the same ones besides the place.
   */
  boolean contendsWith(RuleShape other) {
    return specificity() == other.specificity()
        && !equals(other)
        && !besidesPlace().equals(other.besidesPlace());
  }

  private List<String> besidesPlace() {
    return names.stream().filter(name -> !PLACES.contains(name)).toList();
  }

  boolean namesModel() {
    return names.contains(MODEL);
  }

  /** What both name, the model left out. */
  List<String> common(RuleShape other) {
    List<String> common = new ArrayList<>(names);
    common.retainAll(other.names);
    common.remove(MODEL);
    return Collections.unmodifiableList(common);
  }

  /** All names but the model. */
  List<String> withoutModel() {
    return names.stream().filter(name -> !name.equals(MODEL)).toList();
  }

  /** What a rule says of some names, none of them the model. */
  static List<String> values(RuleMatch match, List<String> names) {
    return names.stream().map(name -> value(match, name)).toList();
  }

  /** What usage says of some names, none of them the model; null when it lacks one. */
  static List<String> values(Dimensions usage, List<String> names) {
    List<String> values = new ArrayList<>(names.size() + 1);
    for (String name : names) {
      String value = value(usage, name);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  private static String value(RuleMatch match, String name) {
    return switch (name) {
      case ACCOUNT -> match.sourceAccount();
      case WORKSPACE -> match.workspace();
      case PROJECT -> match.project();
      case PRINCIPAL -> match.principal().toString();
      default -> match.tags().get(name.substring(TAG.length()));
    };
  }

  private static String value(Dimensions usage, String name) {
    return switch (name) {
      case ACCOUNT -> usage.sourceAccount();
      case WORKSPACE -> usage.workspace();
      case PROJECT -> usage.project();
      case PRINCIPAL -> usage.principal() == null ? null : usage.principal().toString();
      default -> usage.tags().values().get(name.substring(TAG.length()));
    };
  }
}
