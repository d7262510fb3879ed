package io.ledgerline.report.allocation.store;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.allocation.AllocationKey;
import io.ledgerline.report.allocation.AllocationRule;
import io.ledgerline.report.allocation.Method;
import io.ledgerline.report.allocation.Pool;
import io.ledgerline.report.allocation.Target;
import io.ledgerline.report.allocation.TargetShare;
import io.ledgerline.report.allocation.WeightKind;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.csv.DraftTable;
import io.ledgerline.report.book.csv.TableColumns;
import io.ledgerline.report.book.csv.TableReader;
import io.ledgerline.report.book.csv.TableRow;
import io.ledgerline.report.currency.Currencies;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads rules from a table: a row for each, and a column {@code share:<target>} for each target. A
 * cell there says {@code 2} (the weight), {@code 2 min 5.00} (with a minimum), {@code min 5.00}, or
 * {@code x} where usage or evenness decides; empty cells name no target.
 */
public final class AllocationRuleTable {
  private static final String SHARE = "share:";
  private static final Pattern CELL =
      Pattern.compile(
          "(?:x|(\\d{1,12}(?:\\.\\d{1,12})?))?\\s*(?:min\\s+(\\d{1,12}(?:\\.\\d{1,12})?))?");

  private static final TableColumns COLUMNS =
      new TableColumns(
          List.of("pool", "method"),
          List.of("order", "weights", "every", "meters", "currency", "decimals", "withdrawn"),
          SHARE);

  private AllocationRuleTable() {}

  /** What a table says; a row with {@code withdrawn} takes back and needs no more than its pool. */
  public static DraftTable<AllocationKey, AllocationRule> read(String text) {
    return TableReader.read(text, COLUMNS, AllocationRuleTable::draft);
  }

  private static Draft<AllocationKey, AllocationRule> draft(TableRow row) {
    AllocationKey key = new AllocationKey(Pool.of(row.required("pool")));
    return new Draft<>(key, row.flag("withdrawn") ? null : rule(row), row.validity());
  }

  private static AllocationRule rule(TableRow row) {
    String every = row.text("every");
    String meters = row.text("meters");
    String currency = row.text("currency");
    Integer order = whole(row, "order");
    return new AllocationRule(
        Method.of(row.required("method")),
        order == null ? 0 : order,
        WeightKind.of(row.text("weights")),
        row.withPrefix(SHARE).entrySet().stream()
            .map(cell -> share(cell.getKey(), cell.getValue()))
            .toList(),
        every == null ? null : Target.Kind.of(every),
        meters == null
            ? List.of()
            : Arrays.stream(meters.split("[ ,;]+")).map(MeterName::new).toList(),
        currency == null ? null : Currencies.of("currency", currency),
        whole(row, "decimals"));
  }

  private static TargetShare share(String target, String cell) {
    Matcher parts = CELL.matcher(cell);
    if (!parts.matches()) {
      throw new InvalidValueException(
          SHARE + target,
          "invalid-share",
          "A share is a weight such as 2, '2 min 5.00', 'min 5.00', or 'x'.");
    }
    return new TargetShare(Target.of(target), number(parts.group(1)), number(parts.group(2)));
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private static Integer whole(TableRow row, String column) {
    if (row.text(column) == null) {
      return null;
    }
    try {
      return row.decimal(column).intValueExact();
    } catch (ArithmeticException e) {
      throw new InvalidValueException(
          column, "not-a-number", "'" + column + "' is a whole number.");
    }
  }
}
