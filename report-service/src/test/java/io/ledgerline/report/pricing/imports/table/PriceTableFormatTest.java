package io.ledgerline.report.pricing.imports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.imports.ListFault;
import io.ledgerline.report.pricing.imports.PriceList;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableFormatTest {
  private static final String SHORT = "model,meter,price,per,unit,currency\n";

  @Test
  void aRowIsAPriceAndBlankCellsMeanTheUsual() {
    Draft<PriceMatch, Tariff> price =
        sound(SHORT + "gpt-4o,input_tokens,2.50,1000000,token,USD\n").getFirst();
    assertThat(price.key().model()).isEqualTo(ModelSelector.alias("gpt-4o"));
    assertThat(price.key().provider()).isNull();
    assertThat(price.value().rate()).isEqualTo(new FlatRate(new BigDecimal("2.5")));
    assertThat(price.value().unit().per()).isEqualByComparingTo("1000000");
    assertThat(price.validity()).isEqualTo(Validity.ALWAYS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unit;per;price;meter;currency;model\ntoken;1000;1;input_tokens;EUR;m\n",
        "\uFEFFCurrency,PRICE, per ,unit,meter,model\r\nEUR,1,1000,token,input_tokens,m\r\n",
        "\"unit\"\t\"per\"\t\"price\"\t\"meter\"\t\"currency\"\t\"model\"\n"
            + "\"token\"\t\"1000\"\t\"1\"\t\"input_tokens\"\t\"EUR\"\t\"m\"",
        "model,meter,price,per,unit,currency,,\nm,input_tokens,1,1000,token,EUR,,\n,,,,,,,\n\n"
      })
  void columnsAreFoundByNameHoweverTheSpreadsheetSavedThem(String table) {
    assertThat(sound(table)).isEqualTo(sound(SHORT + "m,input_tokens,1,1000,token,EUR\n"));
  }

  @Test
  void everythingThatAPriceMatchesCanBeSaid() {
    Draft<PriceMatch, Tariff> price =
        sound(
                "provider;model;modelMatch;region;operation;meter;priceClass;price;unit;currency;validFrom;validTo\n"
                    + "openai;gpt-4o;exact;eu;chat;input_tokens;\"service_tier=flex;batch=true\";1;token;USD;2026-01-01;2026-02-01T01:15:00+01:00\n")
            .getFirst();
    assertThat(price.key().model()).isEqualTo(ModelSelector.exact("gpt-4o"));
    assertThat(price.key().priceClass()).hasToString("batch=true;service_tier=flex");
    assertThat(price.key().region()).isEqualTo("eu");
    assertThat(price.key().operation()).isEqualTo("chat");
    assertThat(price.validity())
        .isEqualTo(
            new Validity(
                Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:15:00Z")));
  }

  @Test
  void aStarMakesAPatternAndABlankModelMeansAny() {
    List<Draft<PriceMatch, Tariff>> prices =
        sound(SHORT + "claude-*,input_tokens,1,,token,USD\n,requests,1,,request,USD\n");
    assertThat(prices.get(0).key().model()).isEqualTo(ModelSelector.pattern("claude-*"));
    assertThat(prices.get(1).key().model()).isEqualTo(ModelSelector.ANY);
  }

  @Test
  void rowsOfOnePriceAreItsBandsInAnyOrder() {
    List<Draft<PriceMatch, Tariff>> prices =
        sound(
            "model,meter,rate,from,to,price,per,unit,currency,over,reset,zone\n"
                + "m,input_tokens,graduated,1000000,,1,1000,token,USD,cost-centre,month,Europe/Berlin\n"
                + "m,output_tokens,request-size,,200000,1,,token,USD,,,\n"
                + "m,input_tokens,graduated,0,1000000,2,,,,,,\n"
                + "m,output_tokens,request-size,200000,,3,,token,USD,,,\n");
    assertThat(prices).hasSize(2);
    GraduatedRate graduated = (GraduatedRate) prices.getFirst().value().rate();
    assertThat(graduated.bands().list()).hasSize(2);
    assertThat(graduated.bands().list().getFirst().price()).isEqualByComparingTo("2");
    assertThat(graduated.over())
        .isEqualTo(
            new Accumulation(
                Accumulation.Scope.COST_CENTRE,
                Accumulation.Reset.MONTH,
                ZoneId.of("Europe/Berlin")));
    assertThat(((RequestSizeRate) prices.getLast().value().rate()).bands().list()).hasSize(2);
  }

  @Test
  void aPriceMayBeWithdrawn() {
    assertThat(sound("model,meter,rate,price,unit,currency\nm,input_tokens,withdrawn,,,\n"))
        .singleElement()
        .matches(Draft::isWithdrawal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m,input_tokens,,1,token,USD                  | price      | missing",
        "m,input_tokens,\"0,5\",1,token,USD           | price      | not-a-number",
        "m,input_tokens,-1,1,token,USD                | price      | negative-price",
        "m,input_tokens,1,3,token,USD                 | per        | invalid-unit",
        "m,input_tokens,1,1,,USD                      | unit       | missing",
        "m,input_tokens,1,1,token,XYZ                 | currency   | unknown-currency",
        "m,input_tokens,1,1,token,                    | currency   | missing",
        "m,,1,1,token,USD                             | meter      | missing",
        "m,Input Tokens,1,1,token,USD                 | meter      | invalid-meter",
        "m,input_tokens,1,1,token,USD,extra           | ''         | extra-cell"
      })
  void aFaultNamesRowAndColumn(String row, String column, String code) {
    ListFault fault = faults(SHORT + "m,output_tokens,1,1,token,USD\n" + row + "\n").getFirst();
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.field()).isEqualTo(column.isEmpty() ? "rows[2]" : "rows[2]." + column);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "graduated,0,,1,day,,                | over      | missing",
        "graduated,0,,1,moon,day,            | over      | unknown-over",
        "graduated,0,,1,tenant,day,Mars      | zone      | unknown-zone",
        "graduated,5,,1,tenant,day,          | from      | invalid-bands",
        "graduated,0,5,1,tenant,day,         | from      | invalid-bands",
        "stairs,,,1,,,                       | rate      | unknown-rate",
        "flat,0,5,1,,,                       | from      | unexpected-cell",
        "request-size,0,,1,tenant,,          | over      | unexpected-cell",
        "package,,,1,tenant,day,             | size      | not-positive"
      })
  void aFaultOfABandTableNamesItToo(String row, String column, String code) {
    String[] cells = row.split(",", -1);
    boolean shifted = row.equals("graduated,0,,1,day,,");
    String over = shifted ? "" : cells[4];
    String reset = shifted ? "day" : cells[5];
    String table =
        "meter,unit,currency,rate,from,to,price,over,reset,zone\ninput_tokens,token,USD,"
            + String.join(",", cells[0], cells[1], cells[2], cells[3], over, reset, cells[6]);
    ListFault fault = faults(table).getFirst();
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.field()).isEqualTo("rows[1]." + column);
  }

  @Test
  void aPriceSaidTwiceOrForOverlappingTimesIsAFaultOfTheSecondRow() {
    String row = "m,input_tokens,1,1,token,USD\n";
    assertThat(faults(SHORT + row + row))
        .extracting(ListFault::field, ListFault::code)
        .containsExactly(tuple("rows[2].meter", "duplicate-price"));
    assertThat(
            faults(
                "meter,price,unit,currency,validFrom\n"
                    + "input_tokens,1,token,USD,2026-01-01\n"
                    + "input_tokens,1,token,USD,2026-02-01\n"))
        .extracting(ListFault::code)
        .containsExactly("overlapping-rows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "modle,meter,price,unit,currency | header.modle    | unknown-column",
        "model,price,unit,currency       | header.meter    | missing-column",
        "meter,meter,price,unit,currency | header.meter    | duplicate-column"
      })
  void theHeaderIsChecked(String header, String field, String code) {
    assertThat(faults(header + "\n1,2,3,4,5\n").getFirst())
        .extracting(ListFault::field, ListFault::code)
        .containsExactly(field, code);
  }

  @Test
  void manyVersionsOfOnePriceAreReadQuickly() {
    StringBuilder table = new StringBuilder("meter,price,unit,currency,validFrom,validTo\n");
    Instant day = Instant.parse("1970-01-01T00:00:00Z");
    for (int i = 0; i < 50_000; i++) {
      Instant next = day.plusSeconds(86_400);
      table.append("images,1,image,USD,").append(day).append(',').append(next).append('\n');
      day = next;
    }
    assertThat(sound(table.toString())).hasSize(50_000);
  }

  @Test
  void theExampleOfTheDocumentationIsSound() throws IOException {
    String page = Files.readString(Path.of("../docs/price-lists.md"));
    int start = page.indexOf("```csv\n") + "```csv\n".length();
    assertThat(sound(page.substring(start, page.indexOf("```", start)))).hasSize(4);
  }

  @Test
  void aTableWithoutPricesIsRefused() {
    assertThat(faults("")).extracting(ListFault::code).contains("no-rows");
    assertThat(faults(SHORT)).extracting(ListFault::code).containsExactly("no-rows");
  }

  @Test
  void readingEndsAtTheFirstRowTooMany() {
    StringBuilder table = new StringBuilder("meter,price,unit,currency,model\n");
    for (int i = 0; i <= PriceTableFormat.MAX_ROWS + 5; i++) {
      table.append("images,1,image,USD,m").append(i).append('\n');
    }
    assertThat(faults(table.toString()))
        .singleElement()
        .extracting(ListFault::code)
        .isEqualTo("too-many-rows");
  }

  private static List<Draft<PriceMatch, Tariff>> sound(String table) {
    PriceList list = PriceTableFormat.read(table, Validity.ALWAYS);
    assertThat(list.faults()).isEmpty();
    return list.entries();
  }

  private static List<ListFault> faults(String table) {
    PriceList list = PriceTableFormat.read(table, Validity.ALWAYS);
    assertThat(list.entries()).isEmpty();
    return list.faults();
  }
}
