package io.ledgerline.report.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.meter.MeterCatalogue;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.rating.Payer;
import io.ledgerline.report.rating.TermsLookup;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TermsBookTest {
  private static final Instant KNOWN = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
  private static final Provenance BY = new Provenance("test", "test");

  private final List<Entry<TermMatch, DiscountPercent>> discounts = new ArrayList<>();
  private final List<Entry<ContractMatch, Tariff>> contracts = new ArrayList<>();
  private final List<Entry<TermMatch, MarkupFactor>> markups = new ArrayList<>();

  private static <K, V> Entry<K, V> entry(K key, V value, Validity validity) {
    return new Entry<>(UUID.randomUUID(), key, value, validity, KNOWN, BY);
  }

  private static TermMatch match(
      String account, String centre, String provider, String model, MeterName meter) {
    return new TermMatch(account, centre, null, provider, model, meter);
  }

  private void discount(
      String percent, String account, String centre, String provider, String model) {
    discounts.add(
        entry(
            match(account, centre, provider, model, null),
            new DiscountPercent(new BigDecimal(percent)),
            Validity.ALWAYS));
  }

  private void contract(String price, String account, String centre, String model) {
    contracts.add(
        entry(
            new ContractMatch(
                account,
                centre,
                PriceMatch.of(ModelSelector.alias(model), MeterName.INPUT_TOKENS, PriceClass.NONE)),
            tariff(price),
            Validity.ALWAYS));
  }

  private static Tariff tariff(String price) {
    return new Tariff(
        new FlatRate(new BigDecimal(price)),
        new PriceUnit(BigDecimal.ONE, "token"),
        Currency.getInstance("USD"));
  }

  private TermsBook book() {
    return new TermsBook(
        new Register<>(KNOWN, discounts),
        new Register<>(KNOWN, contracts),
        new Register<>(KNOWN, markups),
        new Register<>(KNOWN, List.of()));
  }

  private TermsLookup.Terms terms(String account, String centre, String provider, String model) {
    Dimensions usage =
        new Dimensions(account, null, null, null, provider, model, null, "chat", PriceClass.NONE);
    return book().find(usage, MeterName.INPUT_TOKENS, new Payer(centre, null, null), TIME);
  }

  private String percent(String account, String centre, String provider, String model) {
    TermsLookup.Discount found = terms(account, centre, provider, model).discount();
    return found == null ? null : found.percent().toPlainString();
  }

  private String price(String account, String centre) {
    var found = terms(account, centre, null, "gpt-4o").contract();
    return found == null ? null : ((FlatRate) found.tariff().rate()).price().toPlainString();
  }

  @Test
  void theDiscountThatNamesMostIsTakenWhateverElseThereIs() {
    discount("1", null, null, null, null);
    discount("2", null, "research", null, null);
    discount("3", "acct", null, null, null);
    discount("4", null, "research", "bedrock", null);
    discount("5", null, "research", "aws.bedrock", "claude-*");
    discount("6", null, "research", "aws.bedrock", "claude-3*");
    discount("7", null, "research", "aws.bedrock", "claude-3-haiku");
    assertThat(percent("x", "sales", "openai", "gpt-4o")).isEqualTo("1");
    assertThat(percent("x", "research", "openai", "gpt-4o")).isEqualTo("2");
    assertThat(percent("acct", "research", "openai", "gpt-4o")).isEqualTo("3");
    assertThat(percent("acct", "research", "bedrock_converse", "nova")).isEqualTo("4");
    assertThat(percent("acct", "research", "aws.bedrock", "claude-2")).isEqualTo("5");
    assertThat(percent("acct", "research", "aws.bedrock", "claude-3-opus")).isEqualTo("6");
    assertThat(percent("acct", "research", "aws.bedrock", "claude-3-haiku")).isEqualTo("7");
    assertThat(percent("acct", "research", null, "claude-3-haiku")).isEqualTo("3");
    assertThat(percent("x", "sales", null, null)).isEqualTo("1");
  }

  @Test
  void aContractPriceIsPaidInsteadOfADiscountAndTheAccountsGoesBeforeTheCostCentres() {
    discount("10", null, null, null, null);
    assertThat(price("acct", "research")).isNull();
    contract("3", null, "research", "gpt-4o");
    assertThat(price("acct", "research")).isEqualTo("3");
    contract("2", "acct", null, "gpt-4o");
    assertThat(price("acct", "research")).isEqualTo("2");
    contract("1", "acct", "research", "gpt-4o");
    assertThat(price("acct", "research")).isEqualTo("1");
    assertThat(price("other", "research")).isEqualTo("3");
    assertThat(terms("acct", "research", null, "gpt-4o").discount()).isNull();
    assertThat(percent("acct", "research", null, "unknown")).isEqualTo("10");
    assertThat(terms("acct", "research", null, "openai/gpt-4o").contract().key())
        .isEqualTo(contracts.getLast().key());
  }

  @Test
  void aMarkupOfTwentyFourDigitsStaysExact() {
    Validity year =
        new Validity(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
    markups.add(
        entry(
            new TermMatch(null, null, "chat", "openai", null, null),
            new MarkupFactor(new BigDecimal("1.251250")),
            year));
    assertThat(terms("a", "b", "openai", "gpt-4o").markup().factor())
        .isEqualByComparingTo("1.25125");
    assertThat(terms("a", "b", "anthropic", "x")).isEqualTo(TermsLookup.Terms.NONE);
    assertThat(book().changes()).containsExactlyInAnyOrder(year.from(), year.to());
    assertThat(new MarkupFactor(new BigDecimal("1.000000000000000000000001")).factor().scale())
        .isEqualTo(24);
  }

  @Test
  void termsThatContendAreRefusedAndThoseOfAnotherTimeOrSpecificityAreNot() {
    Register<TermMatch, DiscountPercent> known =
        new Register<>(
            KNOWN,
            List.of(
                entry(
                    match(null, null, "openai", null, null),
                    new DiscountPercent(BigDecimal.ONE),
                    new Validity(TIME, null))));
    assertThat(faults(known, match(null, null, null, "gpt-4o", null), TIME))
        .extracting(DraftFault::code)
        .containsExactly("overlapping-discount");
    assertThat(faults(known, match(null, null, "azure", "gpt-4o", null), TIME)).isEmpty();
    assertThat(faults(known, match("acct", null, null, null, null), TIME)).isEmpty();
    assertThat(faults(known, match(null, null, "anthropic", null, null), TIME)).isEmpty();
    Draft<TermMatch, DiscountPercent> before =
        new Draft<>(
            match(null, null, null, "gpt-4o", null),
            new DiscountPercent(BigDecimal.ONE),
            new Validity(TIME.minusSeconds(900), TIME));
    assertThat(TermOverlaps.faults("overlapping-discount", known, List.of(before))).isEmpty();
  }

  private static List<DraftFault> faults(
      Register<TermMatch, DiscountPercent> known, TermMatch match, Instant from) {
    return TermOverlaps.faults(
        "overlapping-discount",
        known,
        List.of(new Draft<>(match, new DiscountPercent(BigDecimal.TEN), new Validity(from, null))));
  }

  @Test
  void patternsContendWhenSomeModelFitsBothAndNeitherSaysMore() {
    assertThat(match(null, null, null, "*a", null).contends(match(null, null, null, "b*", null)))
        .isTrue();
    assertThat(match(null, null, null, "ab*", null).contends(match(null, null, null, "a*", null)))
        .isFalse();
    assertThat(match(null, null, null, "a*", null).contends(match(null, null, null, "b*", null)))
        .isFalse();
    assertThat(match(null, null, null, "abc", null).contends(match(null, null, null, "a*", null)))
        .isFalse();
    assertThat(
            match(null, "c", null, "abc", null).contends(match(null, null, "openai", "a*", null)))
        .isTrue();
  }

  @Test
  void contractPricesKeepToMetersUnitsAndOneMeaning() {
    contract("3", "acct", null, "gpt-4o");
    Register<ContractMatch, Tariff> known = new Register<>(KNOWN, contracts);
    assertThat(contractFaults(known, null, "widgets", "token")).containsExactly("unknown-meter");
    assertThat(contractFaults(known, null, "input_tokens", "image"))
        .containsExactly("unknown-unit");
    assertThat(contractFaults(known, "openai", "input_tokens", "token")).isEmpty();
    List<Draft<ContractMatch, Tariff>> regionAndOperation =
        List.of(
            new Draft<>(contractOf("eu", null), tariff("1"), Validity.ALWAYS),
            new Draft<>(contractOf(null, "chat"), tariff("2"), Validity.ALWAYS));
    assertThat(ContractChecks.faults(MeterCatalogue.BUILT_IN, known, regionAndOperation))
        .extracting(DraftFault::code)
        .containsExactly("overlapping-price");
  }

  private static ContractMatch contractOf(String region, String operation) {
    return new ContractMatch(
        "acct",
        null,
        new PriceMatch(
            null,
            ModelSelector.alias("gpt-4o"),
            region,
            operation,
            MeterName.INPUT_TOKENS,
            PriceClass.NONE));
  }

  private static List<String> contractFaults(
      Register<ContractMatch, Tariff> known, String provider, String meter, String unit) {
    ContractMatch match =
        new ContractMatch(
            "acct",
            null,
            new PriceMatch(
                provider,
                ModelSelector.alias("gpt-4o"),
                null,
                null,
                new MeterName(meter),
                PriceClass.NONE));
    Tariff tariff =
        new Tariff(
            new FlatRate(BigDecimal.ONE),
            new PriceUnit(BigDecimal.ONE, unit),
            Currency.getInstance("USD"));
    return ContractChecks.faults(
            MeterCatalogue.BUILT_IN, known, List.of(new Draft<>(match, tariff, Validity.ALWAYS)))
        .stream()
        .map(DraftFault::code)
        .toList();
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    refused("out-of-range", () -> new DiscountPercent(new BigDecimal("100.1")));
    refused("out-of-range", () -> new DiscountPercent(new BigDecimal("-1")));
    refused("missing", () -> new DiscountPercent(null));
    refused("out-of-range", () -> new MarkupFactor(new BigDecimal("1e-25")));
    refused("out-of-range", () -> new MarkupFactor(new BigDecimal("1e999999999")));
    refused("missing", () -> new ContractMatch(null, null, null));
    assertThat(new DiscountPercent(new BigDecimal("100.000")).percent())
        .isEqualByComparingTo("100");
  }

  private static void refused(String code, Runnable stated) {
    assertThatThrownBy(stated::run)
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
