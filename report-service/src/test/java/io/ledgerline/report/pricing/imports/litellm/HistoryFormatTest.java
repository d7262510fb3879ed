package io.ledgerline.report.pricing.imports.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.imports.ListFault;
import io.ledgerline.report.pricing.imports.PriceList;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryFormatTest {
  private static final String HEADER =
      "effective_from,model,provider,price_field,old_usd,new_usd\n";

  @Test
  void aPriceAppliesFromTheNextQuarterHourUntilTheNextChange() {
    assertThat(
            lines(
                "2026-05-01T08:00:01+08:00,m,openai,input_cost_per_token,1e-06,2e-06\n"
                    + "2026-02-25T11:28:11+08:00,m,openai,input_cost_per_token,,1e-06\n"))
        .containsExactly(
            "input_tokens 0.000001 2026-02-25T03:30:00Z 2026-05-01T00:15:00Z",
            "input_tokens 0.000002 2026-05-01T00:15:00Z null");
  }

  @Test
  void aBlankPriceWithdrawsIt() {
    assertThat(
            lines(
                "2026-01-01T00:00:00Z,m,openai,output_cost_per_token,,1\n"
                    + "2026-02-01T00:00:00Z,m,openai,output_cost_per_token,1,\n"))
        .containsExactly(
            "output_tokens 1 2026-01-01T00:00:00Z 2026-02-01T00:00:00Z",
            "output_tokens withdrawn 2026-02-01T00:00:00Z null");
  }

  @Test
  void theLastChangeWithinAQuarterHourCounts() {
    assertThat(
            lines(
                "2026-01-01T00:14:00Z,m,openai,input_cost_per_token,1,2\n"
                    + "2026-01-01T00:13:00Z,m,openai,input_cost_per_token,,1\n"))
        .containsExactly("input_tokens 2 2026-01-01T00:15:00Z null");
  }

  @Test
  void aThresholdBelongsToThePriceThatAppliesThen() {
    PriceList list =
        HistoryFormat.read(
            new StringReader(
                HEADER
                    + "2026-01-01T00:00:00Z,m,openai,input_cost_per_token,,1\n"
                    + "2026-02-01T00:00:00Z,m,openai,input_cost_per_token_above_200k_tokens,,2\n"));
    assertThat(Maps.lines(list))
        .containsExactly("m input_tokens 1/1 token", "m input_tokens 1|200000:2/1 token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yesterday,m,p,input_cost_per_token,,1       | rows[1].effective_from | not-a-time",
        "2026-01-01T00:00:00Z,,p,a_cost,,1           | rows[1].model          | missing",
        "2026-01-01T00:00:00Z,m,p,a_cost,,-1         | rows[1].new_usd        | negative-price",
        "2026-01-01T00:00:00Z,m,p,a_cost,,free       | rows[1].new_usd        | not-a-number",
        "2026-01-01T00:00:00Z,m,p                    | rows[1]                | wrong-column-count"
      })
  void aFaultNamesRowAndColumn(String row, String field, String code) {
    assertThat(HistoryFormat.read(new StringReader(HEADER + row)).faults().getFirst())
        .extracting(ListFault::field, ListFault::code)
        .containsExactly(field, code);
  }

  @Test
  void aFileWithoutItsHeaderIsRefused() {
    assertThat(HistoryFormat.read(new StringReader("a,b\n1,2\n")).faults())
        .extracting(ListFault::code)
        .containsExactly("missing-header");
  }

  private static List<String> lines(String rows) {
    PriceList list = HistoryFormat.read(new StringReader(HEADER + rows));
    assertThat(list.faults()).isEmpty();
    return list.entries().stream().map(HistoryFormatTest::line).toList();
  }

  private static String line(Draft<PriceMatch, Tariff> draft) {
    String price =
        draft.isWithdrawal()
            ? "withdrawn"
            : ((FlatRate) draft.value().rate()).price().toPlainString();
    return draft.key().meter()
        + " "
        + price
        + " "
        + draft.validity().from()
        + " "
        + draft.validity().to();
  }
}
