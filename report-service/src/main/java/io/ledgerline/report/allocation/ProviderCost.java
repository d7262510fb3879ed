package io.ledgerline.report.allocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.book.Entry;
import java.math.BigDecimal;

/**
 * What a provider charged.
 *
 * @param total of the invoice, without any markup; below 0 for a credit
 * @param invoice its number, for people; null when unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProviderCost(
    @JsonProperty("total") BigDecimal total, @JsonProperty("invoice") String invoice) {
  private static final BigDecimal BELOW = new BigDecimal("1e15");
  private static final int MAX_DECIMALS = 12;

  /** Checks the bounds. */
  public ProviderCost {
    if (total == null) {
      throw new InvalidValueException("total", "missing", "'total' is required.");
    }
    // Compared before it is written out: 1E9999999 has ten million digits then.
    if (total.abs().compareTo(BELOW) >= 0) {
      throw outOfRange();
    }
    total = Decimals.normal(total);
    if (total.scale() > MAX_DECIMALS) {
      throw outOfRange();
    }
    invoice = Texts.optional("invoice", invoice, Texts.MAX_NAME);
  }

  private static InvalidValueException outOfRange() {
    return new InvalidValueException(
        "total",
        "out-of-range",
        "'total' is below 10^15 and has at most 12 digits after the point.");
  }

  /** The invoice that an entry of the book states. */
  public static Invoice invoice(Entry<ProviderMonth, ProviderCost> entry) {
    ProviderMonth key = entry.key();
    return new Invoice(
        entry.id(), key.provider(), key.month(), new Money(entry.value().total(), key.currency()));
  }
}
