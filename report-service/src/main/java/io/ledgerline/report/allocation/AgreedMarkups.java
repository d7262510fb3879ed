package io.ledgerline.report.allocation;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.rating.Payer;
import io.ledgerline.report.rating.TermsLookup;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The markups that were agreed, whoever pays: those of operation, provider and model. Remembers
 * what it found, since few services are asked for often. Not safe for several threads.
 */
public final class AgreedMarkups implements Markups {
  /** Markups do not depend on the account; dimensions have to name one. */
  private static final String ANY_ACCOUNT = "-";

  private final TermsLookup terms;
  private final Map<Question, BigDecimal> found = new HashMap<>();

  private record Question(Consumption.Service service, Instant time) {}

  /** Of the terms as known at one instant. */
  public AgreedMarkups(TermsLookup terms) {
    this.terms = terms;
  }

  @Override
  public BigDecimal factor(Consumption.Service service, Instant time) {
    return found.computeIfAbsent(new Question(service, time), this::find);
  }

  private BigDecimal find(Question question) {
    Consumption.Service service = question.service();
    Dimensions dimensions =
        new Dimensions(
            ANY_ACCOUNT,
            null,
            null,
            null,
            service.provider(),
            service.model(),
            null,
            service.operation(),
            PriceClass.NONE);
    TermsLookup.Markup markup =
        terms.find(dimensions, MeterName.REQUESTS, Payer.NOBODY, question.time()).markup();
    return markup == null ? BigDecimal.ONE : markup.factor();
  }
}
