package io.ledgerline.report.allocation.rest;

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
import io.ledgerline.report.book.rest.Validities;
import io.ledgerline.report.currency.Currencies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A rule to be laid down.
 *
 * @param pool what is spread: {@code cost-centre:<code>}, {@code unallocated}, {@code
 *     provider:<provider>} or {@code idle:<provider>}
 * @param method {@code fixed}, {@code by-usage} or {@code even}
 * @param order pools are spread by rising order; null for 0
 * @param weights of fixed shares: {@code relative}, or {@code percent}, which add up to 100; null
 *     for relative
 * @param targets who bears; null when {@code every} says it
 * @param every {@code cost-centre}, {@code source-account} or {@code workspace}: all that used
 *     something; null when {@code targets} says it
 * @param meters what is added up by usage; null or empty to go by cost
 * @param currency of the minimum charges, ISO 4217
 * @param decimals of amounts; null for the currency's minor unit
 * @param validFrom inclusive; null for always
 * @param validTo exclusive; null for open
 * @param source where it is written, for people
 */
public record AllocationRuleBody(
    String pool,
    String method,
    Integer order,
    String weights,
    List<ShareBody> targets,
    String every,
    List<String> meters,
    String currency,
    BigDecimal decimals,
    Instant validFrom,
    Instant validTo,
    String source) {
  private static final int MOST_DIGITS = 9;

  /**
   * A target.
   *
   * @param target {@code cost-centre:<code>}, {@code source-account:<account>} or {@code
   *     workspace:<source account>/<workspace>}
   * @param weight its fixed share; a number or decimal text
   * @param minimum least charge; null for none
   */
  public record ShareBody(String target, BigDecimal weight, BigDecimal minimum) {
    TargetShare share() {
      return new TargetShare(Target.of(target), weight, minimum);
    }
  }

  Draft<AllocationKey, AllocationRule> draft() {
    AllocationRule rule =
        new AllocationRule(
            Method.of(method),
            order == null ? 0 : order,
            WeightKind.of(weights),
            targets == null ? List.of() : targets.stream().map(AllocationRuleBody::share).toList(),
            every == null ? null : Target.Kind.of(every),
            meters == null ? List.of() : meters.stream().map(MeterName::new).toList(),
            currency == null ? null : Currencies.of("currency", currency),
            decimals == null ? null : whole("decimals", decimals));
    return new Draft<>(new AllocationKey(Pool.of(pool)), rule, Validities.of(validFrom, validTo));
  }

  /** Read by hand: 1.5 is no 1, and 1E-9999999 no 0. */
  private static int whole(String field, BigDecimal number) {
    long digits = (long) number.precision() - number.scale();
    if (digits > MOST_DIGITS || number.signum() != 0 && digits <= 0) {
      throw new InvalidValueException(field, "not-a-whole-number", notWhole(field));
    }
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      throw new InvalidValueException(field, "not-a-whole-number", notWhole(field));
    }
  }

  private static String notWhole(String field) {
    return "'" + field + "' is a whole number.";
  }

  private static TargetShare share(ShareBody body) {
    if (body == null) {
      throw new InvalidValueException("targets", "missing", "Each of 'targets' names a 'target'.");
    }
    return body.share();
  }
}
