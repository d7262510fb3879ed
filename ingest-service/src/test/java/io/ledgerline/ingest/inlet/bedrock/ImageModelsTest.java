package io.ledgerline.ingest.inlet.bedrock;

import static io.ledgerline.ingest.inlet.bedrock.BedrockMappingTest.quantities;
import static io.ledgerline.ingest.inlet.bedrock.Records.event;
import static io.ledgerline.ingest.inlet.bedrock.Records.of;
import static io.ledgerline.ingest.inlet.bedrock.Records.read;
import static io.ledgerline.ingest.inlet.bedrock.Records.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.UsageEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageModelsTest {
  private static final String TITAN = "amazon.titan-image-generator-v1";
  private static final String SDXL = "stability.stable-diffusion-xl-v1";

  private static String titan(String config) {
    return of(TITAN, "{\"inputBodyJson\":{\"imageGenerationConfig\":{" + config + "}}}");
  }

  @Test
  void twoPremiumImagesOf512AreCountedAsSuch() {
    UsageEvent event = event(sample("r-4"));

    assertThat(quantities(event)).containsEntry("images", "2");
    assertThat(event.priceClass()).hasToString("image_quality=premium;image_size=512");
  }

  @Test
  void withoutConfigurationItIsOneStandardImageOf1024() {
    UsageEvent event = event(sample("r-5"));

    assertThat(quantities(event)).containsEntry("images", "1");
    assertThat(event.priceClass()).hasToString("image_quality=standard;image_size=1024");
  }

  @ParameterizedTest
  @CsvSource({
    "512, 512, 512", "384, 576, 512", "576, 384, 512", "384, 640, 512", "640, 384, 512",
    "448, 576, 512", "576, 448, 512", "384, 704, 512", "704, 384, 512", "320, 704, 512",
    "704, 320, 512", "1024, 1024, 1024", "768, 768, 1024", "512, 513, 1024", "1408, 640, 1024",
  })
  void onlyTheListedSizesArePricedAs512(int height, int width, String size) {
    UsageEvent event = event(titan("\"height\":%d,\"width\":%d".formatted(height, width)));

    assertThat(event.priceClass().values()).containsEntry("image_size", size);
  }

  @Test
  void anUnknownQualityIsKeptAsItWasSaid() {
    assertThat(event(titan("\"quality\":\"ultra\"")).priceClass().values())
        .containsEntry("image_quality", "ultra");
  }

  @Test
  void stepsDecideThePriceOfStableDiffusion() {
    assertThat(event(sample("r-6")).priceClass()).hasToString("image_steps=gt50");
    assertThat(event(of(SDXL, "{\"inputBodyJson\":{\"steps\":50}}")).priceClass())
        .hasToString("image_steps=le50");
    assertThat(event(of(SDXL, "{\"inputBodyJson\":{}}")).priceClass())
        .hasToString("image_steps=le50");
    assertThat(quantities(event(of(SDXL, "{\"inputBodyJson\":{\"samples\":3}}"))))
        .containsEntry("images", "3");
  }

  @Test
  void aBodyThatLiesApartIsWantedForTheseModelsOnly() throws IOException {
    BedrockRecord record = read(sample("r-7"));

    assertThat(BedrockMapping.bodyNeeded(record))
        .contains(new BodyPath("log-bucket", "data/r-7_input.json.gz"));
    ImageRequest body =
        ImageRequestReader.read(
            new ByteArrayInputStream(
                "{\"prompt\":\"%s\",\"steps\":60}"
                    .formatted("x".repeat(100_000))
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(BedrockMapping.event(record, body).priceClass()).hasToString("image_steps=gt50");
    assertThat(BedrockMapping.bodyNeeded(read(sample("r-11")))).isEmpty();
  }

  @Test
  void anEmbeddingCountsAnImageWhenOneWasGiven() {
    assertThat(quantities(event(sample("r-11"))))
        .isEqualTo(Map.of("requests", "1", "input_tokens", "10", "images", "1"));
    String embed = "amazon.titan-embed-image-v1";
    assertThat(quantities(event(of(embed, "{\"inputBodyJson\":{\"inputImage\":\"aGk=\"}}"))))
        .containsEntry("images", "1");
    assertThat(quantities(event(of(embed, "{\"inputBodyJson\":{\"inputText\":\"x\"}}"))))
        .doesNotContainKey("images");
  }

  @Test
  void aModelOfACrossRegionProfileIsPricedLikeTheModel() {
    assertThat(event(of("us." + TITAN, "{}")).priceClass().values())
        .containsEntry("image_size", "1024");
    assertThat(event(of("my." + TITAN, "{}")).priceClass().values()).isEmpty();
  }

  @Test
  void aFailedCallNeedsNoBodyAndHasNoImages() {
    String failed = sample("r-7").replace("\"region\"", "\"errorCode\":\"X\",\"region\"");

    assertThat(BedrockMapping.bodyNeeded(read(failed))).isEmpty();
    assertThat(quantities(event(failed))).isEqualTo(Map.of("failed_requests", "1"));
  }

  @ParameterizedTest
  @CsvSource({"-1", "0", "'\"many\"'", "1.5", "[]", "99999999999"})
  void anAbsurdNumberOfImagesIsRefused(String number) {
    assertThatThrownBy(() -> event(titan("\"numberOfImages\":" + number)))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            e -> assertThat(e.field()).endsWith("imageGenerationConfig.numberOfImages"));
  }

  @ParameterizedTest
  @CsvSource({"http://b/k", "s3://b", "s3://b/", "s3:///k", "k"})
  void aPathThatIsNoneIsRefused(String path) {
    assertThatThrownBy(() -> BodyPath.parse(path)).isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1024, standard, 1",
    "'\"width\":1280,\"height\":720,\"quality\":\"premium\",\"numberOfImages\":3', 2048, premium, 3",
    "'\"width\":1024,\"height\":1024', 1024, standard, 1",
  })
  void novaCanvasIsPricedByItsLongerEdge(
      String config, String size, String quality, String images) {
    UsageEvent event = event(titan(config).replace(TITAN, "amazon.nova-canvas-v1:0"));

    assertThat(event.priceClass().values())
        .isEqualTo(Map.of("image_size", size, "image_quality", quality));
    assertThat(quantities(event)).containsEntry("images", images);
  }

  @ParameterizedTest
  @CsvSource({"stability.sd3-5-large-v1:0", "us.stability.stable-image-ultra-v1:1"})
  void laterModelsOfStabilityMakeAnImageACall(String model) {
    assertThat(quantities(event(of(model, "{}")))).containsEntry("images", "1");
  }
}
