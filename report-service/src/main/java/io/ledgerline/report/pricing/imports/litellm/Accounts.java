package io.ledgerline.report.pricing.imports.litellm;

import io.ledgerline.report.pricing.imports.Account;
import io.ledgerline.report.pricing.imports.FieldAccount;
import io.ledgerline.report.pricing.imports.LeftOut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what became of every cost field. */
final class Accounts {
  private static final String TOKEN_PRICE = "input_cost_per_token";

  private final SortedMap<String, Count> counts = new TreeMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final SortedMap<String, String> reasons = new TreeMap<>();

  private Accounts() {}

  static Account of(Collection<EntryAccount> entries) {
    Accounts accounts = new Accounts();
    entries.forEach(accounts::count);
    return accounts.sum(entries);
  }

  private void count(EntryAccount entry) {
    entry
        .fields()
        .forEach(
            (field, reason) -> {
              counts.computeIfAbsent(field, name -> new Count()).add(reason);
              if (reason != null) {
                leftOut.add(new LeftOut(entry.key(), field, reason.code()));
                reasons.put(reason.code(), reason.sentence());
              }
            });
  }

  private Account sum(Collection<EntryAccount> entries) {
    List<FieldAccount> byField =
        counts.entrySet().stream().map(e -> e.getValue().as(e.getKey())).toList();
    leftOut.sort(Comparator.comparing(LeftOut::model).thenComparing(LeftOut::field));
    return new Account(
        entries.size(),
        (int) entries.stream().filter(entry -> entry.fields().isEmpty()).count(),
        (int) entries.stream().filter(entry -> !entry.fields().containsKey(TOKEN_PRICE)).count(),
        byField.stream().mapToInt(FieldAccount::models).sum(),
        byField.stream().mapToInt(FieldAccount::imported).sum(),
        byField.stream().mapToInt(FieldAccount::refused).sum(),
        byField.stream().mapToInt(FieldAccount::notApplicable).sum(),
        byField,
        List.copyOf(leftOut),
        reasons);
  }

  /** Of one field. */
  private static final class Count {
    private int imported;
    private int refused;
    private int notApplicable;
    private final SortedMap<String, Integer> reasons = new TreeMap<>();

    void add(Reason reason) {
      if (reason == null) {
        imported++;
      } else {
        reasons.merge(reason.code(), 1, Integer::sum);
        if (reason.isRefusal()) {
          refused++;
        } else {
          notApplicable++;
        }
      }
    }

    FieldAccount as(String field) {
      return new FieldAccount(
          field, imported + refused + notApplicable, imported, refused, notApplicable, reasons);
    }
  }
}
