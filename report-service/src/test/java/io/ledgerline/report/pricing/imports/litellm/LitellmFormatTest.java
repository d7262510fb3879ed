package io.ledgerline.report.pricing.imports.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.imports.FieldAccount;
import io.ledgerline.report.pricing.imports.LeftOut;
import io.ledgerline.report.pricing.imports.ListFault;
import io.ledgerline.report.pricing.imports.PriceList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LitellmFormatTest {
  @Test
  void scientificNotationIsReadToTheLastDigit() {
    assertThat(Maps.lines(Maps.entry("m", "\"input_cost_per_token\":2.4997000000000006E-7")))
        .containsExactly("m input_tokens 0.00000024997000000000006/1 token");
    assertThat(Maps.lines(Maps.entry("m", "\"input_cost_per_token\":1.3e-10")))
        .containsExactly("m input_tokens 0.00000000013/1 token");
  }

  @Test
  void zeroIsAPriceThatMeansFree() {
    assertThat(
            Maps.lines(Maps.entry("m", "\"input_cost_per_token\":0,\"output_cost_per_token\":0.0")))
        .containsExactly("m input_tokens 0/1 token", "m output_tokens 0/1 token");
  }

  @Test
  void aZeroBesideAnotherPriceIsKeptAsStated() {
    assertThat(
            Maps.lines(
                Maps.entry(
                    "rerank", "\"input_cost_per_token\":0.0,\"input_cost_per_query\":0.002")))
        .containsExactly("rerank input_tokens 0/1 token", "rerank queries 0.002/1 query");
  }

  @Test
  void aPriceIsForTheModelByAnyOfItsNamesAtItsProvider() {
    PriceMatch match =
        Maps.entry("gpt-4o", "\"input_cost_per_token\":1").entries().getFirst().key();
    assertThat(match.model()).isEqualTo(ModelSelector.alias("gpt-4o"));
    assertThat(match.provider()).isEqualTo("openai");
    assertThat(match.region()).isNull();
  }

  @Test
  void entriesWithoutACostAreCounted() {
    PriceList list =
        Maps.read(
            """
            {"a":{"litellm_provider":"x","mode":"chat"},
             "b":{"litellm_provider":"x","output_cost_per_image":0.1},
             "c":{"litellm_provider":"x","input_cost_per_token":1}}""");
    assertThat(list.account().orElseThrow().models()).isEqualTo(3);
    assertThat(list.account().orElseThrow().withoutCost()).isEqualTo(1);
    assertThat(list.account().orElseThrow().withoutTokenPrice()).isEqualTo(2);
  }

  @Test
  void theMapsOwnExampleIsNoModel() {
    PriceList list =
        Maps.read(
            """
            {"sample_spec":{"litellm_provider":"one of …","input_cost_per_token":0.0}}""");
    assertThat(list.entries()).isEmpty();
    assertThat(list.account().orElseThrow().leftOut())
        .containsExactly(new LeftOut("sample_spec", "input_cost_per_token", "sample-entry"));
  }

  @Test
  void pricesAboveAThresholdAreBandsOfTheRequestsSizeWhateverTheOrder() {
    assertThat(
            Maps.lines(
                Maps.entry(
                    "m",
                    """
                    "input_cost_per_token_above_200k_tokens":3,
                    "input_cost_per_token_above_128k_tokens":2,
                    "input_cost_per_token_above_1000k_tokens":4,
                    "input_cost_per_token":1""")))
        .containsExactly("m input_tokens 1|128000:2|200000:3|1000000:4/1 token");
  }

  @Test
  void tiersAreBandsOfTheRequestsSizeSortedByNumberAndOpenAtTheTop() {
    assertThat(
            Maps.lines(
                Maps.entry(
                    "qwen",
                    """
                    "tiered_pricing":[
                      {"range":[128000.0,252000.0],"input_cost_per_token":3,"output_cost_per_reasoning_token":30},
                      {"range":[0,32000.0],"input_cost_per_token":1,"output_cost_per_reasoning_token":10},
                      {"range":[32000.0,128000.0],"input_cost_per_token":2,"output_cost_per_reasoning_token":20}]""")))
        .containsExactly(
            "qwen input_tokens 1|32000:2|128000:3/1 token",
            "qwen reasoning_tokens 10|32000:20|128000:30/1 token");
  }

  @Test
  void tiersOfAQuerysSizeAreAPriceClass() {
    assertThat(
            Maps.lines(
                Maps.entry(
                    "search",
                    """
                    "tiered_pricing":[
                      {"max_results_range":[26,100],"input_cost_per_query":0.025},
                      {"max_results_range":[0,25],"input_cost_per_query":0.005}]""")))
        .containsExactly(
            "search queries max_results=0-25 0.005/1 query",
            "search queries max_results=26-100 0.025/1 query");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "input_cost_per_token_batches                               | input_tokens batch=true",
        "output_cost_per_token_flex                                 | output_tokens service_tier=flex",
        "input_cost_per_audio_token_priority                        | input_audio_tokens service_tier=priority",
        "cache_creation_input_token_cost_above_1hr                  | cache_write_tokens cache_ttl=1h",
        "cache_read_input_token_cost                                | cache_read_tokens",
        "input_cost_per_token_cache_hit                             | cache_read_tokens",
        "input_cost_per_video_per_second_above_8s_interval          | input_video_seconds video_interval=gt8s",
        "citation_cost_per_token                                    | citation_tokens",
        "input_cost_per_request                                     | requests",
        "ocr_cost_per_page                                          | pages"
      })
  void aFieldsNameSaysMeterAndPriceClass(String field, String priced) {
    assertThat(Maps.lines(Maps.entry("m", "\"" + field + "\":1")))
        .singleElement()
        .asString()
        .startsWith("m " + priced + " 1/1 ");
  }

  @Test
  void aLifetimeAndAThresholdGoTogether() {
    assertThat(
            Maps.lines(
                Maps.entry(
                    "m",
                    """
                    "cache_creation_input_token_cost_above_1hr_above_200k_tokens":12,
                    "cache_creation_input_token_cost_above_200k_tokens":7.5,
                    "cache_creation_input_token_cost_above_1hr":6,
                    "cache_creation_input_token_cost":3.75""")))
        .containsExactly(
            "m cache_write_tokens 3.75|200000:7.5/1 token",
            "m cache_write_tokens cache_ttl=1h 6|200000:12/1 token");
  }

  @Test
  void aTierOfServiceHasItsOwnThreshold() {
    assertThat(
            Maps.lines(
                Maps.entry(
                    "m",
                    """
                    "input_cost_per_token_above_272k_tokens_priority":4,
                    "input_cost_per_token_priority":2""")))
        .containsExactly("m input_tokens service_tier=priority 2|272000:4/1 token");
  }

  @Test
  void aPriceAboveAThresholdWithoutOneBelowIsRefused() {
    refused("\"input_cost_per_token_above_200k_tokens\":1", "no-price-below-threshold");
  }

  @Test
  void aThresholdThatRollupsDoNotKnowIsRefusedWithItsWholeTable() {
    PriceList list =
        Maps.entry("m", "\"input_cost_per_token\":1,\"input_cost_per_token_above_64k_tokens\":2");
    assertThat(list.entries()).isEmpty();
    assertThat(list.account().orElseThrow().refused()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"'[1000,2000]'", "'[0,32000.0]'", "'[32000.0,32000.0]'", "'[31000,64000]'"})
  void tiersWithAGapOrAnOverlapAreRefused(String second) {
    refused(
        "\"tiered_pricing\":[{\"range\":[0,32000.0],\"input_cost_per_token\":1},{\"range\":"
            + second
            + ",\"input_cost_per_token\":2}]",
        "tiers-with-gap");
  }

  @Test
  void searchesHaveAPriceForEachSizeOfContext() {
    assertThat(
            Maps.lines(
                Maps.entry(
                    "m",
                    """
                    "search_context_cost_per_query":{"search_context_size_high":0.05,
                      "search_context_size_low":0.03,"search_context_size_medium":0.035}""")))
        .containsExactly(
            "m web_searches search_context_size=high 0.05/1 query",
            "m web_searches search_context_size=low 0.03/1 query",
            "m web_searches search_context_size=medium 0.035/1 query");
  }

  @Test
  void theSamePriceUnderTwoNamesIsTakenOnceAndDifferentOnesNotAtAll() {
    PriceList same =
        Maps.entry("m", "\"input_cost_per_token_cache_hit\":1,\"cache_read_input_token_cost\":1.0");
    assertThat(Maps.lines(same)).containsExactly("m cache_read_tokens 1/1 token");
    assertThat(same.account().orElseThrow().notApplicable()).isEqualTo(1);
    PriceList other =
        Maps.entry("m", "\"input_cost_per_token_cache_hit\":1,\"cache_read_input_token_cost\":2");
    assertThat(other.entries()).isEmpty();
    assertThat(other.account().orElseThrow().byField())
        .extracting(FieldAccount::refused)
        .containsExactly(1, 1);
  }

  @Test
  void databricksUnitsAreNoCurrency() {
    PriceList list =
        Maps.entry("m", "\"input_dbu_cost_per_token\":1,\"input_cost_per_token\":0.07");
    assertThat(Maps.lines(list)).containsExactly("m input_tokens 0.07/1 token");
    assertThat(list.account().orElseThrow().notApplicable()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.0001 | 0.0001 | 0.0001",
        "0.0002 | 0.0    | 0.0002",
        "0.0    | 0.0003 | 0.0003",
        "0.0    | 0.0    | 0"
      })
  void aTranscribedSecondIsPricedOnce(String input, String output, String price) {
    PriceList list =
        Maps.entry(
            "whisper",
            "\"mode\":\"audio_transcription\",\"input_cost_per_second\":"
                + input
                + ",\"output_cost_per_second\":"
                + output);
    assertThat(Maps.lines(list))
        .containsExactly("whisper input_audio_seconds " + price + "/1 second");
    assertThat(list.account().orElseThrow().imported()).isEqualTo(1);
    assertThat(list.account().orElseThrow().notApplicable()).isEqualTo(1);
  }

  @Test
  void aSecondOfVideoMayCostMoreInAHigherResolution() {
    assertThat(
            Maps.lines(
                Maps.entry(
                    "veo",
                    "\"mode\":\"video_generation\",\"output_cost_per_second\":0.05,"
                        + "\"output_cost_per_second_1080p\":0.08")))
        .containsExactly(
            "veo output_video_seconds 0.05/1 second",
            "veo output_video_seconds resolution=1080p 0.08/1 second");
  }

  @Test
  void imagesGivenAndImagesMadeAreDifferentMeters() {
    assertThat(
            Maps.lines(
                Maps.entry(
                    "m",
                    "\"mode\":\"image_generation\",\"input_cost_per_image\":0.0011,"
                        + "\"output_cost_per_image\":0.134")))
        .containsExactly("m images 0.134/1 image", "m input_images 0.0011/1 image");
    assertThat(
            Maps.lines(
                Maps.entry(
                    "dall-e", "\"mode\":\"image_generation\",\"input_cost_per_image\":0.02")))
        .containsExactly("dall-e images 0.02/1 image");
    assertThat(Maps.lines(Maps.entry("m", "\"mode\":\"chat\",\"input_cost_per_image\":1")))
        .containsExactly("m input_images 1/1 image");
  }

  @Test
  void theZeroForPixelsMadeIsNoPriceOfItsOwn() {
    assertThat(
            Maps.lines(
                Maps.entry(
                    "512-x-512/dall-e-2",
                    "\"input_cost_per_pixel\":6.86e-8,\"output_cost_per_pixel\":0.0")))
        .containsExactly("dall-e-2 pixels image_size=512x512 0.0000000686/1 pixel");
  }

  @Test
  void aFieldThatIsNotKnownIsRefusedAndNamed() {
    refused("\"teleport_cost_per_parsec\":1", "unknown-field");
    refused("\"input_cost_per_token\":{\"eu\":1}", "unknown-field");
  }

  @Test
  void reservedCapacityIsRefused() {
    PriceList list =
        Maps.read(
            """
            {"bedrock/us-east-1/1-month-commitment/anthropic.claude-v1":
             {"litellm_provider":"bedrock","input_cost_per_second":0.0175,"output_cost_per_second":0.0175}}""");
    assertThat(list.entries()).isEmpty();
    assertThat(list.account().orElseThrow().refused()).isEqualTo(2);
    assertThat(list.account().orElseThrow().reasons()).containsOnlyKeys("provisioned-throughput");
  }

  @Test
  void entriesThatStateDifferentPricesForTheSameUsageAreAllRefusedWhateverTheirOrder() {
    String one = "\"x/16-x-16/m\":{\"litellm_provider\":\"p\",\"output_cost_per_image\":1}";
    String two = "\"16-x-16/x/m\":{\"litellm_provider\":\"p\",\"output_cost_per_image\":2}";
    String sound = "\"x/m\":{\"litellm_provider\":\"p\",\"output_cost_per_image\":3}";
    for (String map : List.of(one + "," + two + "," + sound, sound + "," + two + "," + one)) {
      PriceList list = Maps.read("{" + map + "}");
      assertThat(Maps.lines(list)).containsExactly("x/m images 3/1 image");
      assertThat(list.account().orElseThrow().leftOut())
          .containsExactly(
              new LeftOut("16-x-16/x/m", "output_cost_per_image", "same-match-other-price"),
              new LeftOut("x/16-x-16/m", "output_cost_per_image", "same-match-other-price"));
    }
  }

  @Test
  void entriesThatStateTheSamePriceForTheSameUsageMakeOne() {
    String one = "\"x/16-x-16/m\":{\"litellm_provider\":\"p\",\"output_cost_per_image\":1}";
    String two = "\"16-x-16/x/m\":{\"litellm_provider\":\"p\",\"output_cost_per_image\":1.0}";
    PriceList list = Maps.read("{" + one + "," + two + "}");
    assertThat(Maps.lines(list)).containsExactly("x/m images image_size=16x16 1/1 image");
    assertThat(list.account().orElseThrow().imported()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"m\":{\"input_cost_per_token\":-1}}          | m.input_cost_per_token | negative-price",
        "{\"m\":{\"input_cost_per_token\":\"1\"}}       | m.input_cost_per_token | not-a-number",
        "{\"m\":{\"input_cost_per_token\":1e999999999}} | m.input_cost_per_token | price-out-of-range",
        "{\"m\":{\"input_cost_per_token\":1e-99}}       | m.input_cost_per_token | price-out-of-range",
        "{\"m\":{\"tiered_pricing\":[{\"a_cost\":1}]}}  | m.tiered_pricing       | invalid-range",
        "{\"m\":1}                                      | m                      | not-an-entry",
        "[1]                                            | ''                     | not-a-model-map",
        "{}                                             | ''                     | not-a-model-map",
        "{\"m\":{},\"m\":{}}                            | ''                     | malformed-json",
        "{\"m\":{\"a_cost\":1,\"a_cost\":2}}            | ''                     | malformed-json",
        "not json                                       | ''                     | malformed-json"
      })
  void aFaultNamesEntryAndFieldAndNothingIsImported(String json, String field, String code) {
    PriceList list = Maps.read(json);
    assertThat(list.isSound()).isFalse();
    assertThat(list.entries()).isEmpty();
    assertThat(list.faults().getFirst())
        .extracting(ListFault::field, ListFault::code)
        .containsExactly(field, code);
  }

  private static void refused(String fields, String reason) {
    PriceList list = Maps.entry("m", fields);
    assertThat(list.faults()).isEmpty();
    assertThat(list.entries()).isEmpty();
    assertThat(list.account().orElseThrow().refused()).isPositive();
    assertThat(list.account().orElseThrow().reasons()).containsOnlyKeys(reason);
  }
}
