package io.ledgerline.report.pricing.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Prices;
import io.ledgerline.report.pricing.Tariff;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsSampleFormatTest {
  private static final String HEADER = "modelName,inputTokenPrice,outputTokenPrice\n";

  private static PriceList read(String text) {
    return AwsSampleFormat.read(new StringReader(text), Validity.ALWAYS);
  }

  @Test
  void theShippedListIsReadWhole() {
    PriceList list = read(Prices.shippedList());
    assertThat(list.faults()).isEmpty();
    assertThat(list.rows()).isEqualTo(29);
    assertThat(list.entries()).hasSize(58);
  }

  @Test
  void tokenPricesArePerThousandDollars() {
    Draft<PriceMatch, Tariff> input = read(HEADER + "m,0.0125,0.02\t\n").entries().getFirst();
    assertThat(input.key().meter()).isEqualTo(MeterName.INPUT_TOKENS);
    assertThat(input.value().unit()).isEqualTo(new PriceUnit(new BigDecimal("1000"), "token"));
    assertThat(input.value().rate()).isEqualTo(new FlatRate(new BigDecimal("0.0125")));
    assertThat(input.value().currency().getCurrencyCode()).isEqualTo("USD");
  }

  @Test
  void sizedImageRowsAreStandardAndPremiumPerImage() {
    assertThat(texts("amazon.titan-image-generator-v1_512x512,0.008,0.01"))
        .containsExactly(
            "amazon.titan-image-generator-v1 images image_quality=standard;image_size=512 0.008/1",
            "amazon.titan-image-generator-v1 images image_quality=premium;image_size=512 0.01/1");
  }

  @Test
  void stableDiffusionIsPricedBySteps() {
    assertThat(texts("stability.stable-diffusion-xl-v1,0.04,0.08"))
        .containsExactly(
            "stability.stable-diffusion-xl-v1 images image_steps=le50 0.04/1",
            "stability.stable-diffusion-xl-v1 images image_steps=gt50 0.08/1");
  }

  @Test
  void imageEmbeddingsArePricedByTokenAndByImage() {
    assertThat(texts("amazon.titan-embed-image-v1,0.0008,0.00006"))
        .containsExactly(
            "amazon.titan-embed-image-v1 input_tokens  0.0008/1000",
            "amazon.titan-embed-image-v1 images  0.00006/1");
  }

  private static List<String> texts(String row) {
    return read(HEADER + row).entries().stream()
        .map(
            e ->
                "%s %s %s %s/%s"
                    .formatted(
                        e.key().model().text(),
                        e.key().meter(),
                        e.key().priceClass(),
                        ((FlatRate) e.value().rate()).price().toPlainString(),
                        e.value().unit().per()))
        .toList();
  }

  @Property(tries = 50)
  void theOrderOfRowsMeansNothing(@ForAll Random random) {
    List<String> lines = Prices.shippedList().lines().collect(Collectors.toList());
    String header = lines.removeFirst();
    Collections.shuffle(lines, random);
    PriceList shuffled = read(header + "\n" + String.join("\n", lines));
    assertThat(new HashSet<>(shuffled.entries()))
        .isEqualTo(new HashSet<>(read(Prices.shippedList()).entries()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m,-0.1,0            | rows[1].inputTokenPrice  | negative-price",
        "m,0,abc             | rows[1].outputTokenPrice | not-a-number",
        "m,0,NaN             | rows[1].outputTokenPrice | not-a-number",
        "m,0,1e400           | rows[1].outputTokenPrice | not-a-number",
        "m,1e30,0            | rows[1].inputTokenPrice  | price-out-of-range",
        "m,1e-30,0           | rows[1].inputTokenPrice  | price-out-of-range",
        "m,,0                | rows[1].inputTokenPrice  | missing",
        "m,0                 | rows[1]                  | wrong-column-count",
        "m,0,0,0             | rows[1]                  | wrong-column-count",
        "\" \",0,0           | rows[1].modelName        | missing",
        "\"m,0,0             | rows[0]                  | malformed-csv"
      })
  void aFaultNamesRowAndColumn(String row, String field, String code) {
    PriceList list = read(HEADER + row + "\n");
    assertThat(list.isSound()).isFalse();
    assertThat(list.entries()).isEmpty();
    ListFault fault = list.faults().getFirst();
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.field()).isEqualTo(field.replace("rows[0]", "header"));
  }

  @Test
  void aModelNamedTwiceIsAFaultOfTheSecondRow() {
    PriceList list = read(HEADER + "m,1,1\nn,1,1\nm,1,1\n");
    assertThat(list.faults())
        .containsExactly(
            ListFault.inRow(3, "modelName", "duplicate-model", "Row 1 already names this model."));
  }

  @ParameterizedTest
  @CsvSource({"'', missing-header", "'m,1,1', missing-header", "'a,b,c', missing-header"})
  void aListWithoutHeaderIsRefused(String text, String code) {
    assertThat(read(text).faults()).singleElement().extracting(ListFault::code).isEqualTo(code);
  }

  @Test
  void aListWithoutPricesIsRefused() {
    assertThat(read(HEADER).faults())
        .singleElement()
        .extracting(ListFault::code)
        .isEqualTo("no-rows");
  }

  @Test
  void readingEndsAtTooManyRows() {
    String rows =
        IntStream.rangeClosed(0, AwsSampleFormat.MAX_ROWS)
            .mapToObj(i -> "model-" + i + ",1,1")
            .collect(Collectors.joining("\n"));
    assertThat(read(HEADER + rows).faults())
        .singleElement()
        .extracting(ListFault::code)
        .isEqualTo("too-many-rows");
  }

  @Test
  void aByteOrderMarkAndCarriageReturnsDoNoHarm() {
    assertThat(read("\uFEFF" + HEADER.replace("\n", "\r\n") + "m,1,2\r\n").entries()).hasSize(2);
  }
}
