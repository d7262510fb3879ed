package io.ledgerline.report.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.allocation.AllocationRule;
import io.ledgerline.report.allocation.TargetShare;
import java.math.BigDecimal;
import java.util.List;

/**
 * How a pool is spread, as the API shows it. Decimals are texts; what does not apply is absent.
 *
 * @param method fixed, by-usage or even
 * @param order pools are spread by rising order
 * @param weights how fixed shares are meant
 * @param targets who bears
 * @param every who bears: all of this kind that used something
 * @param meters what is added up; absent to go by cost
 * @param currency of the minimum charges
 * @param decimals of amounts; absent for the currency's minor unit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RuleView(
    String method,
    int order,
    String weights,
    List<ShareView> targets,
    String every,
    List<String> meters,
    String currency,
    Integer decimals) {
  /**
   * A target.
   *
   * @param target who
   * @param weight its fixed share
   * @param minimum least charge
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ShareView(String target, String weight, String minimum) {
    static ShareView of(TargetShare share) {
      return new ShareView(
          share.target().toString(), plain(share.weight()), plain(share.minimum()));
    }

    private static String plain(BigDecimal number) {
      return number == null ? null : number.toPlainString();
    }
  }

  /** Null for a withdrawal. */
  static RuleView of(AllocationRule rule) {
    return rule == null
        ? null
        : new RuleView(
            rule.method().wire(),
            rule.order(),
            rule.weights() == null ? null : rule.weights().wire(),
            rule.targets().stream().map(ShareView::of).toList(),
            rule.every() == null ? null : rule.every().wire(),
            rule.meters().stream().map(MeterName::value).toList(),
            rule.currency() == null ? null : rule.currency().getCurrencyCode(),
            rule.decimals());
  }
}
