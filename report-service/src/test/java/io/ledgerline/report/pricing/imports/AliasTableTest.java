package io.ledgerline.report.pricing.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.book.csv.DraftTable;
import io.ledgerline.report.pricing.AliasedModel;
import io.ledgerline.report.pricing.ModelAlias;
import org.junit.jupiter.api.Test;

class AliasTableTest {
  @Test
  void namesAreReadAndWrittenInTheSameColumns() {
    DraftTable<ModelAlias, AliasedModel> read =
        AliasTable.read(
            """
            provider,name,model,modelProvider,validFrom
            azure,chat-production,gpt-4o,openai,2026-01-15T10:15:00Z
            ,"a,b",gpt-4o,,
            """);
    assertThat(read.faults()).isEmpty();
    assertThat(AliasTable.read(AliasTable.write(read.drafts())).drafts()).isEqualTo(read.drafts());
    assertThat(read.drafts()).hasSize(2);
  }

  @Test
  void aRowTakesBackAndANameIsNeeded() {
    assertThat(AliasTable.read("name,model,withdrawn\nx,,true\n").drafts().getFirst().value())
        .isNull();
    assertThat(AliasTable.read("name,model\n,y\n").faults().getFirst().field())
        .isEqualTo("rows[1].name");
  }
}
