package io.ledgerline.report.allocation.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.allocation.AllocationKey;
import io.ledgerline.report.allocation.AllocationRule;
import io.ledgerline.report.allocation.Method;
import io.ledgerline.report.allocation.Target;
import io.ledgerline.report.allocation.TargetShare;
import io.ledgerline.report.allocation.WeightKind;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.csv.DraftTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationRuleTableTest {
  @Test
  void aRowIsARuleAndAColumnATarget() {
    DraftTable<AllocationKey, AllocationRule> table =
        AllocationRuleTable.read(
            """
            pool;method;order;weights;every;meters;currency;validFrom;share:cost-centre:a;share:workspace:acc/ws
            cost-centre:platform;fixed;10;percent;;;USD;2026-01-01;60 min 5.00;40
            unallocated;by-usage;20;;workspace;input_tokens output_tokens;;;;
            provider:OpenAI;even;;;;;;;x;x
            """);

    assertThat(table.faults()).isEmpty();
    List<AllocationRule> rules = table.drafts().stream().map(Draft::value).toList();
    assertThat(rules.get(0).weights()).isEqualTo(WeightKind.PERCENT);
    assertThat(rules.get(0).targets())
        .extracting(TargetShare::target, share -> share.weight().toPlainString())
        .extracting(Object::toString)
        .containsExactly("(cost-centre:a, \"60\")", "(workspace:acc/ws, \"40\")");
    assertThat(rules.get(0).targets().getFirst().minimum()).isEqualByComparingTo("5");
    assertThat(rules.get(1).every()).isEqualTo(Target.Kind.WORKSPACE);
    assertThat(rules.get(1).meters())
        .containsExactly(MeterName.INPUT_TOKENS, MeterName.OUTPUT_TOKENS);
    assertThat(rules.get(2).method()).isEqualTo(Method.EVEN);
    assertThat(table.drafts().stream().map(draft -> draft.key().pool().toString()))
        .containsExactly("cost-centre:platform", "cost-centre:suspense", "provider:openai");
  }

  @Test
  void aWithdrawnRowNeedsItsPoolOnly() {
    DraftTable<AllocationKey, AllocationRule> table =
        AllocationRuleTable.read("pool,method,withdrawn\nunallocated,,true\n");

    assertThat(table.faults()).isEmpty();
    assertThat(table.drafts().getFirst().isWithdrawal()).isTrue();
  }

  @Test
  void faultsNameRowAndColumn() {
    DraftTable<AllocationKey, AllocationRule> table =
        AllocationRuleTable.read(
            """
            pool,method,order,currency,share:cost-centre:a
            shared,fixed,1,,1
            cost-centre:p,sometimes,1,,1
            cost-centre:p,fixed,1.5,,1
            cost-centre:p,fixed,1,EURO,1
            cost-centre:p,fixed,1,,some
            """);

    assertThat(table.faults().stream().map(fault -> fault.field() + " " + fault.code()))
        .containsExactly(
            "rows[1].pool unknown-pool",
            "rows[2].method unknown-method",
            "rows[3].order not-a-number",
            "rows[4].currency unknown-currency",
            "rows[5].share:cost-centre:a invalid-share");
  }

  @Test
  void aProvidersCostIsForItsMonth() {
    assertThat(
            ProviderCostTable.read(
                    "provider,month,currency,total,invoice\nAzure,2026-02,EUR,-12.50,INV 7\n")
                .drafts()
                .getFirst()
                .validity())
        .hasToString("Validity[from=2026-02-01T00:00:00Z, to=2026-03-01T00:00:00Z]");
    assertThat(
            ProviderCostTable.read(
                    "provider,month,currency,total,validFrom\nx,2026-2,EUR,1,\nx,2026-02,EUR,1,2026-02-01\n")
                .faults()
                .stream()
                .map(fault -> fault.field() + " " + fault.code()))
        .containsExactly("rows[1].month not-a-month", "rows[2].validFrom unexpected-validity");
  }
}
