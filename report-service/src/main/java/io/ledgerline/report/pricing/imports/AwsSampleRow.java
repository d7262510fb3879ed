package io.ledgerline.report.pricing.imports;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Tariff;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a row of the AWS sample's list means. Its two prices are per 1,000 tokens in and out, but
 * for image models they are something else, as the sample's own program reads them:
 *
 * <pre>
 * amazon.titan-image-generator-v1_512x512   per image: standard quality, premium quality
 * stability.stable-diffusion-xl-v1          per image: up to 50 steps, more steps
 * amazon.titan-embed-image-v1               per 1,000 tokens in, per image
 * </pre>
 */
record AwsSampleRow(String modelName, BigDecimal input, BigDecimal output) {
  private static final String PROVIDER = "aws.bedrock";
  private static final PriceUnit PER_THOUSAND_TOKENS =
      new PriceUnit(BigDecimal.valueOf(1000), "token");
  private static final PriceUnit PER_IMAGE = new PriceUnit(BigDecimal.ONE, "image");
  private static final Pattern SIZED = Pattern.compile("(.+)_(\\d{2,5})x(\\d{2,5})");
  private static final String STEPS_PRICED = "stability.stable-diffusion-xl";
  private static final String EMBEDS_IMAGES = "amazon.titan-embed-image";

  List<Draft<PriceMatch, Tariff>> entries(Validity validity) {
    Matcher sized = SIZED.matcher(modelName);
    if (sized.matches()) {
      String size = sized.group(2);
      return List.of(
          image(sized.group(1), imageOf(size, "standard"), input, validity),
          image(sized.group(1), imageOf(size, "premium"), output, validity));
    }
    if (modelName.startsWith(STEPS_PRICED)) {
      return List.of(
          image(modelName, PriceClass.of(Map.of("image_steps", "le50")), input, validity),
          image(modelName, PriceClass.of(Map.of("image_steps", "gt50")), output, validity));
    }
    Draft<PriceMatch, Tariff> tokensIn = tokens(MeterName.INPUT_TOKENS, input, validity);
    return modelName.startsWith(EMBEDS_IMAGES)
        ? List.of(tokensIn, image(modelName, PriceClass.NONE, output, validity))
        : List.of(tokensIn, tokens(MeterName.OUTPUT_TOKENS, output, validity));
  }

  private static PriceClass imageOf(String size, String quality) {
    return PriceClass.of(Map.of("image_size", size, "image_quality", quality));
  }

  private Draft<PriceMatch, Tariff> tokens(MeterName meter, BigDecimal rate, Validity validity) {
    return draft(modelName, meter, PriceClass.NONE, rate, PER_THOUSAND_TOKENS, validity);
  }

  private static Draft<PriceMatch, Tariff> image(
      String model, PriceClass priceClass, BigDecimal rate, Validity validity) {
    return draft(model, MeterName.IMAGES, priceClass, rate, PER_IMAGE, validity);
  }

  private static Draft<PriceMatch, Tariff> draft(
      String model,
      MeterName meter,
      PriceClass priceClass,
      BigDecimal rate,
      PriceUnit unit,
      Validity validity) {
    return new Draft<>(
        new PriceMatch(PROVIDER, ModelSelector.alias(model), null, null, meter, priceClass),
        new Tariff(new FlatRate(rate), unit, Money.usd()),
        validity);
  }
}
