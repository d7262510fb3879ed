package io.ledgerline.report.attribution.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.RuleMatch;
import io.ledgerline.report.attribution.RuleTarget;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.book.csv.RowFault;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTablesTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void aLineOfCostCentresIsACostCentre() {
    var table =
        CostCentreTable.read(
            "name;code;billingCurrency;parent;owner;glCode;validFrom\n"
                + "Search; s1 ;EUR;rnd;ada@example.org;4711;2026-03-01\n"
                + "Research;rnd;USD;;;;\n");

    assertThat(table.faults()).isEmpty();
    assertThat(table.drafts())
        .containsExactly(
            new Draft<>(
                new CostCentreCode("s1"),
                new CostCentre(
                    "Search", "rnd", "ada@example.org", "4711", Currency.getInstance("EUR")),
                new Validity(MARCH, null)),
            new Draft<>(
                new CostCentreCode("rnd"),
                new CostCentre("Research", null, null, null, Currency.getInstance("USD")),
                Validity.ALWAYS));
  }

  @Test
  void aLineOfRulesNamesWhatItsCellsName() {
    UUID person = UUID.fromString("0a4f1d6e-3c59-4b57-9f62-51c1a0d0b7aa");
    var table =
        RuleTable.read(
            "costCentre,sourceAccount,workspace,project,principal,model,tag:team,tag:environment,validFrom,validTo\n"
                + "s1,123,w,p,"
                + person
                + ",gpt-*,search,,2026-03-01,2026-03-01T00:15:00Z\n"
                + "rnd,,,,,,,,,\n");

    assertThat(table.faults()).isEmpty();
    assertThat(table.drafts())
        .containsExactly(
            new Draft<>(
                new RuleMatch(
                    "123",
                    "w",
                    "p",
                    new PrincipalId(person),
                    new TreeMap<>(Map.of("team", "search")),
                    "gpt-*"),
                new RuleTarget("s1"),
                new Validity(MARCH, MARCH.plusSeconds(900))),
            new Draft<>(RuleMatch.ALL, new RuleTarget("rnd"), Validity.ALWAYS));
  }

  @Test
  void aLineThatIsWithdrawnTakesBackWhatItsKeySaid() {
    assertThat(CostCentreTable.read("code,name,billingCurrency,withdrawn\ns1,,,true\n").drafts())
        .containsExactly(new Draft<>(new CostCentreCode("s1"), null, Validity.ALWAYS));
    assertThat(RuleTable.read("costCentre,withdrawn\n,TRUE\n").drafts())
        .containsExactly(new Draft<>(RuleMatch.ALL, null, Validity.ALWAYS));
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "costCentre,principal   | s1,alice      | rows[1].principal | invalid-principal",
        "costCentre,model       | s1,g*t        | rows[1].model     | invalid-model",
        "costCentre,validFrom   | s1,2026-03-01T00:01:00Z | rows[1].validFrom | not-a-quarter-hour",
        "costCentre,tag:        | s1,x          | header.tag:       | unknown-column",
        "project                | p             | header.costCentre | missing-column"
      })
  void aRowOfRulesThatBreaksARuleIsNamed(String header, String row, String field, String code) {
    assertThat(RuleTable.read(header + "\n" + row + "\n").faults())
        .extracting(RowFault::field, RowFault::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(field, code));
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "code,name,billingCurrency | s1,Search,Euro | rows[1].billingCurrency | unknown-currency",
        "code,name,billingCurrency | s1,,EUR        | rows[1].name            | missing",
        "code,name                 | s1,Search      | header.billingCurrency  | missing-column"
      })
  void aRowOfCostCentresThatBreaksARuleIsNamed(
      String header, String row, String field, String code) {
    assertThat(CostCentreTable.read(header + "\n" + row + "\n").faults())
        .extracting(RowFault::field, RowFault::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(field, code));
  }
}
