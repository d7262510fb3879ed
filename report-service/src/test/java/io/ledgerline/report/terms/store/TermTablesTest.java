package io.ledgerline.report.terms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.book.csv.DraftTable;
import io.ledgerline.report.book.csv.RowFault;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.terms.ContractMatch;
import io.ledgerline.report.terms.DiscountPercent;
import io.ledgerline.report.terms.MarkupFactor;
import io.ledgerline.report.terms.TermMatch;
import org.junit.jupiter.api.Test;

class TermTablesTest {
  @Test
  void discountsAreReadAndWrittenInTheSameColumns() {
    DraftTable<TermMatch, DiscountPercent> read =
        TermTables.discounts(
            """
            percent;costCentre;provider;model;meter;validFrom
            12.50;"re;search, ""x\""";bedrock;claude-*;input_tokens;2026-01-01
            0.1;;;;;
            """);
    assertThat(read.faults()).isEmpty();
    assertThat(read.drafts()).hasSize(2);
    assertThat(read.drafts().getFirst().key())
        .hasToString(
            "costCentre=re;search, \"x\", provider=aws.bedrock, model=claude-*, meter=input_tokens");
    String written = TermTables.ofDiscounts(read.drafts());
    assertThat(written)
        .startsWith("sourceAccount,costCentre,provider,model,meter,percent,validFrom,validTo\r\n");
    assertThat(TermTables.discounts(written).drafts()).isEqualTo(read.drafts());
  }

  @Test
  void markupsAreReadAndWritten() {
    DraftTable<TermMatch, MarkupFactor> read =
        TermTables.markups("operation,factor,validTo\nchat,1.251250,2026-02-01T00:15:00Z\n");
    assertThat(read.faults()).isEmpty();
    assertThat(TermTables.markups(TermTables.ofMarkups(read.drafts())).drafts())
        .isEqualTo(read.drafts());
  }

  @Test
  void aRowTakesBack() {
    assertThat(TermTables.markups("operation,factor,withdrawn\nchat,,true\n").drafts().getFirst())
        .satisfies(draft -> assertThat(draft.isWithdrawal()).isTrue());
  }

  @Test
  void contractPricesAreATableOfPricesWithWhoseTheyAre() {
    DraftTable<ContractMatch, Tariff> read =
        TermTables.contractPrices(
            """
            sourceAccount,costCentre,model,meter,rate,from,to,price,unit,currency,over,reset
            acct,,gpt-4o,input_tokens,graduated,,1000,2,token,USD,tenant,month
            acct,,gpt-4o,input_tokens,graduated,1000,,1,token,USD,,
            ,lab,gpt-4o,input_tokens,graduated,,,3,token,USD,tenant,month
            """);
    assertThat(read.faults()).isEmpty();
    assertThat(read.rowOf()).containsExactly(1, 3);
    assertThat(read.drafts().getFirst().value().rate()).isInstanceOf(GraduatedRate.class);
    String written = TermTables.ofContractPrices(read.drafts());
    assertThat(written).startsWith("sourceAccount,costCentre,provider,model,");
    assertThat(TermTables.contractPrices(written).drafts()).isEqualTo(read.drafts());
  }

  @Test
  void faultsNameRowAndColumn() {
    assertThat(
            TermTables.contractPrices(
                    """
                    sourceAccount,model,meter,price,unit,currency
                    acct,gpt-4o,input_tokens,1,token,USD
                    ,gpt-4o,input_tokens,1,token,USD
                    acct,gpt-4o,output_tokens,-1,token,USD
                    """)
                .faults())
        .extracting(RowFault::field)
        .containsExactlyInAnyOrder("rows[2].sourceAccount", "rows[3].price");
    assertThat(TermTables.discounts("percent\n101\nabc\n").faults())
        .extracting(RowFault::field)
        .containsExactly("rows[1].percent", "rows[2].percent");
  }
}
