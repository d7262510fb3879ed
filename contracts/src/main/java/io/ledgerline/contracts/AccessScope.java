package io.ledgerline.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of a tenant's usage a key may see: that of named accounts, and that which the
 * attribution of its time gives to a named cost centre or one below it. A key without a scope sees
 * the whole tenant.
 *
 * @param sourceAccounts accounts at the source; one that ends in {@code *} stands for all that
 *     begin with what is before it; sorted, immutable, may be empty
 * @param costCentres codes of cost centres; each stands for its whole subtree; sorted, immutable,
 *     may be empty, but not together with {@code sourceAccounts}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AccessScope(Set<String> sourceAccounts, Set<String> costCentres) {
  /** Most accounts, and most cost centres, that one scope names. */
  public static final int MOST = 1000;

  private static final char ANY = '*';
  private static final String ACCOUNT = "account:";
  private static final String COST_CENTRE = "cost-centre:";

  /** Checks the names; what is absent is none. */
  public AccessScope {
    sourceAccounts = checked("sourceAccounts", sourceAccounts);
    costCentres = checked("costCentres", costCentres);
    sourceAccounts.forEach(AccessScope::checkAccount);
    if (sourceAccounts.isEmpty() && costCentres.isEmpty()) {
      throw new InvalidValueException(
          "sourceAccounts",
          "scope-empty",
          "A scope names at least one account or cost centre; leave it out for the whole tenant.");
    }
  }

  /**
   * Reads what {@link #canonical} wrote.
   *
   * @param text null for the whole tenant
   * @return null for null
   */
  public static AccessScope ofCanonical(String text) {
    return text == null ? null : new AccessScope(lines(text, ACCOUNT), lines(text, COST_CENTRE));
  }

  /**
   * The one text of this scope: a line {@code account:<account>} for each account, then {@code
   * cost-centre:<code>} for each cost centre, sorted. Equal scopes have equal texts.
   */
  public String canonical() {
    return Stream.concat(
            sourceAccounts.stream().map(ACCOUNT::concat),
            costCentres.stream().map(COST_CENTRE::concat))
        .collect(Collectors.joining("\n"));
  }

  /** Whether an account is named, by itself or by how it begins. */
  public boolean coversAccount(String account) {
    Objects.requireNonNull(account, "account");
    return sourceAccounts.contains(account)
        || sourceAccounts.stream()
            .anyMatch(name -> isOpen(name) && account.startsWith(beginning(name)));
  }

  /**
   * Whether usage is seen.
   *
   * @param account its account at the source
   * @param costCentreAndAbove the cost centre that it belonged to when it happened and all those
   *     above it at that time
   */
  public boolean covers(String account, Set<String> costCentreAndAbove) {
    return coversAccount(account) || !Collections.disjoint(costCentres, costCentreAndAbove);
  }

  /**
   * Whether whatever {@code other} sees is seen by this one too, whatever cost centre belongs to
   * which: each account of the other is covered, and each cost centre named here as well.
   */
  public boolean contains(AccessScope other) {
    return costCentres.containsAll(other.costCentres) && containsAccountsOf(other);
  }

  /** Whether each account and each beginning of accounts that {@code other} names is covered. */
  public boolean containsAccountsOf(AccessScope other) {
    // 'team-*' is covered by 'team-*' and by 'te*': the text itself then begins as it should.
    return other.sourceAccounts.stream()
        .allMatch(name -> isOpen(name) ? coversBeginning(name) : coversAccount(name));
  }

  private boolean coversBeginning(String open) {
    return sourceAccounts.stream()
        .anyMatch(name -> isOpen(name) && beginning(open).startsWith(beginning(name)));
  }

  /** The accounts that are named in full; sorted. */
  public SortedSet<String> wholeAccounts() {
    return sourceAccounts.stream()
        .filter(name -> !isOpen(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** How further accounts begin, without the {@code *}; sorted. */
  public SortedSet<String> accountBeginnings() {
    return sourceAccounts.stream()
        .filter(AccessScope::isOpen)
        .map(AccessScope::beginning)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOpen(String name) {
    return name.charAt(name.length() - 1) == ANY;
  }

  private static String beginning(String open) {
    return open.substring(0, open.length() - 1);
  }

  private static void checkAccount(String name) {
    int star = name.indexOf(ANY);
    if (star == 0 || star > 0 && star < name.length() - 1) {
      throw new InvalidValueException(
          "sourceAccounts",
          "invalid-account-pattern",
          "'*' stands at the end of an account, behind at least one character; for all accounts"
              + " leave the scope out.");
    }
  }

  private static Set<String> checked(String field, Set<String> names) {
    SortedSet<String> sorted = new TreeSet<>();
    if (names != null) {
      names.forEach(name -> sorted.add(Texts.required(field, name, Texts.MAX_NAME)));
    }
    if (sorted.size() > MOST) {
      throw new InvalidValueException(
          field, "scope-too-large", "A scope names at most " + MOST + " of '" + field + "'.");
    }
    return Collections.unmodifiableSortedSet(sorted);
  }

  private static Set<String> lines(String text, String kind) {
    return text.lines()
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()))
        .collect(Collectors.toSet());
  }
}
