package io.ledgerline.report.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as sources say them, and the prices they must find, one trap after the other. */
class ModelNamesTest {
  private static final Instant T = Instant.parse("2026-01-05T08:00:00Z");
  private static final String CLAUDE = "anthropic.claude-sonnet-4-5-20250929-v1:0";

  private static Finding find(String provider, String model, String... priced) {
    return inRegion(provider, null, model, priced);
  }

  private static Finding inRegion(String provider, String region, String model, String... priced) {
    List<Entry<PriceMatch, Tariff>> prices =
        Arrays.stream(priced)
            .map(name -> Prices.perThousand(name, MeterName.INPUT_TOKENS, "1"))
            .toList();
    return Prices.book(Prices.KNOWN, prices).find(question(provider, region, model), T);
  }

  private static PriceQuestion question(String provider, String region, String model) {
    return new PriceQuestion(
        provider, model, region, null, MeterName.INPUT_TOKENS, PriceClass.NONE);
  }

  private static String found(Finding finding) {
    return finding.isFound()
        ? finding.rule() + " " + finding.price().key().model().text()
        : finding.reason().toString();
  }

  @ParameterizedTest
  @CsvSource({
    // As the source says it.
    CLAUDE + "," + CLAUDE + ",EXACT",
    // Resource names.
    "arn:aws:bedrock:us-east-1::foundation-model/" + CLAUDE + "," + CLAUDE + ",ARN",
    "arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/x.y," + "x.y" + ",ARN",
    "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us."
        + CLAUDE
        + ","
        + CLAUDE
        + ",INFERENCE_PROFILE",
    "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us."
        + CLAUDE
        + ",us."
        + CLAUDE
        + ",INFERENCE_PROFILE",
    // Cross-region prefixes.
    "us." + CLAUDE + "," + CLAUDE + ",REGION_PREFIX",
    "eu." + CLAUDE + "," + CLAUDE + ",REGION_PREFIX",
    "apac." + CLAUDE + "," + CLAUDE + ",REGION_PREFIX",
    "global." + CLAUDE + "," + CLAUDE + ",REGION_PREFIX",
    "us-gov." + CLAUDE + "," + CLAUDE + ",REGION_PREFIX",
    "jp." + CLAUDE + "," + CLAUDE + ",REGION_PREFIX",
    "au." + CLAUDE + "," + CLAUDE + ",REGION_PREFIX",
    "ca." + CLAUDE + "," + CLAUDE + ",REGION_PREFIX",
    "sa." + CLAUDE + "," + CLAUDE + ",REGION_PREFIX",
    // Prefixes of providers.
    "openai/gpt-4o,gpt-4o,PROVIDER_PREFIX",
    "azure/gpt-4o,gpt-4o,PROVIDER_PREFIX",
    "azure/eu/gpt-4o,gpt-4o,REGION_PREFIX",
    "bedrock/" + CLAUDE + "," + CLAUDE + ",PROVIDER_PREFIX",
    "bedrock/converse/" + CLAUDE + "," + CLAUDE + ",PROVIDER_PREFIX",
    "bedrock/eu-west-1/" + CLAUDE + "," + CLAUDE + ",PROVIDER_PREFIX",
    "bedrock/us-gov-west-1/" + CLAUDE + "," + CLAUDE + ",PROVIDER_PREFIX",
    "bedrock/us." + CLAUDE + "," + CLAUDE + ",REGION_PREFIX",
    "vertex_ai/claude-opus-4-1@20250805,claude-opus-4-1@20250805,PROVIDER_PREFIX",
    "openrouter/openai/gpt-4o,openai/gpt-4o,PROVIDER_PREFIX",
    "models/gemini-2.5-pro,gemini-2.5-pro,PROVIDER_PREFIX",
    "publishers/google/models/gemini-2.5-pro,gemini-2.5-pro,PROVIDER_PREFIX",
    "projects/p/locations/us-east5/publishers/anthropic/models/claude-opus-4-1@20250805,"
        + "claude-opus-4-1@20250805,PROVIDER_PREFIX",
    // Dates and versions.
    "gpt-4o-2024-08-06,gpt-4o,DATED",
    "claude-sonnet-4-5-20250929,claude-sonnet-4-5,DATED",
    "claude-opus-4-1@20250805,claude-opus-4-1,DATED",
    "claude-opus-4-1@20250805,claude-opus-4-1-20250805,DATED",
    "claude-opus-4-1-20250805,claude-opus-4-1@20250805,DATED",
    "claude-opus-5@default,claude-opus-5,DATED",
    "claude-3-5-sonnet-latest,claude-3-5-sonnet,DATED",
    CLAUDE + ",anthropic.claude-sonnet-4-5-20250929,DATED",
    CLAUDE + ",anthropic.claude-sonnet-4-5,DATED",
    "anthropic.claude-3-5-sonnet-20241022-v2:0,anthropic.claude-3-5-sonnet-20241022,DATED",
    "amazon.nova-pro-v1:0,amazon.nova-pro,DATED",
    "cohere.embed-v4:0,cohere.embed-v4,DATED",
    // Tuned models are priced as tuned models of their base.
    "ft:gpt-4o-2024-08-06:acme::abc123,ft:gpt-4o-2024-08-06,ALIAS",
    "ft:gpt-4o-2024-08-06:acme::abc123,ft:gpt-4o,DATED",
    // All of it at once.
    "openai/gpt-4o-2024-08-06,gpt-4o,DATED",
    "bedrock/us-east-1/us." + CLAUDE + ",anthropic.claude-sonnet-4-5,DATED",
    "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us."
        + CLAUDE
        + ",anthropic.claude-sonnet-4-5,DATED"
  })
  void aNameFindsThePriceOfItsModel(String used, String priced, String rule) {
    assertThat(found(find(null, used, priced))).isEqualTo(rule + " " + priced);
  }

  @ParameterizedTest
  @CsvSource({
    // A version after a colon, or one that is not the first, is another model.
    "anthropic.claude-v2:1,anthropic.claude-v2",
    "anthropic.claude-v2:1,anthropic.claude",
    "anthropic.claude-v2,anthropic.claude",
    "amazon.titan-embed-text-v2:0,amazon.titan-embed-text",
    "amazon.titan-embed-text-v2:0,amazon.titan-embed-text-v1",
    "mistral.mistral-7b-instruct-v0:2,mistral.mistral-7b-instruct",
    "cohere.embed-v4:0,cohere.embed",
    // Reserved capacity with a context of its own.
    "anthropic.claude-3-haiku-20240307-v1:0:48k,anthropic.claude-3-haiku-20240307-v1:0",
    // Four digits are a model, not a date; neither are eight that no calendar has.
    "mistral.mistral-large-2402-v1:0,mistral.mistral-large",
    "gpt-4-0613,gpt-4",
    "model-12345678,model",
    "model-20251399,model",
    // Sizes, modes and neighbours.
    "gpt-4o-mini,gpt-4o",
    "gpt-4o-mini-2024-07-18,gpt-4o",
    "gpt-4o,gpt-4o-mini",
    "gpt-4o,gpt-4o-2024-08-06",
    "gpt-5.4-nano,gpt-5.4",
    "claude-3-haiku,claude-3-5-haiku",
    "openai/gpt-4o:free,gpt-4o",
    "meta.llama3-1-70b-instruct-v1:0,meta.llama3-70b-instruct-v1:0",
    // Prefixes that mean nothing.
    "mars.anthropic.claude,anthropic.claude",
    "acme/gpt-4o,gpt-4o",
    "us.haiku,haiku",
    "us.,us",
    // What is the customer's own.
    "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/" + CLAUDE + "," + CLAUDE,
    "arn:aws:bedrock:us-east-1:123456789012:custom-model/" + CLAUDE + "/abc," + CLAUDE,
    "arn:aws:bedrock:us-east-1:123456789012:custom-model/" + CLAUDE + "," + CLAUDE,
    "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/gpt-4o,gpt-4o",
    "arn:aws:sagemaker:us-east-1:123456789012:endpoint/gpt-4o,gpt-4o",
    "bedrock/us-east-1/1-month-commitment/anthropic.claude-v1,anthropic.claude-v1",
    "projects/p/locations/us-east5/endpoints/gemini-2.5-pro,gemini-2.5-pro",
    "ft:gpt-4o-2024-08-06:acme::abc123,gpt-4o-2024-08-06",
    "ft:gpt-4o-2024-08-06:acme::abc123,gpt-4o"
  })
  void aNameNeverFindsThePriceOfAnotherModel(String used, String priced) {
    assertThat(find(null, used, priced).reason()).isEqualTo(UnratedReason.UNKNOWN_MODEL);
  }

  @ParameterizedTest
  @CsvSource({
    "azure,gpt-4o,azure/gpt-4o,PROVIDER_PREFIX",
    "azure.ai.openai,gpt-4o,azure/gpt-4o,PROVIDER_PREFIX",
    "azure.ai.openai,gpt-4o-2024-08-06,azure/gpt-4o,DATED",
    "gcp.gemini,gemini-2.5-pro,gemini/gemini-2.5-pro,PROVIDER_PREFIX",
    "fireworks_ai,accounts/fireworks/models/qwen3-8b,fireworks_ai/accounts/fireworks/models/qwen3-8b,PROVIDER_PREFIX",
    "openrouter,openai/gpt-4o,openrouter/openai/gpt-4o,PROVIDER_PREFIX"
  })
  void aPriceStatedWithThePrefixOfTheProviderIsFound(
      String provider, String used, String priced, String rule) {
    assertThat(found(find(provider, used, priced, "gpt-4", "mistral")))
        .isEqualTo(rule + " " + priced);
  }

  @Test
  void thePriceOfTheRegionIsCloserThanThatOfTheProviderAndThatThanTheModels() {
    String regional = "bedrock/eu-west-1/" + CLAUDE;
    String provided = "bedrock/" + CLAUDE;
    assertThat(found(inRegion("aws.bedrock", "eu-west-1", CLAUDE, CLAUDE, provided, regional)))
        .isEqualTo("PROVIDER_PREFIX " + regional);
    assertThat(found(inRegion("aws.bedrock", "eu-west-2", CLAUDE, CLAUDE, provided, regional)))
        .isEqualTo("PROVIDER_PREFIX " + provided);
    assertThat(found(inRegion("aws.bedrock", "eu-west-2", CLAUDE, CLAUDE, regional)))
        .isEqualTo("EXACT " + CLAUDE);
    String arn = "arn:aws:bedrock:eu-west-1::foundation-model/" + CLAUDE;
    assertThat(found(find(null, arn, CLAUDE, regional))).isEqualTo("ARN " + regional);
  }

  @Test
  void theCloserNameWins() {
    assertThat(found(find(null, "us." + CLAUDE, CLAUDE, "us." + CLAUDE)))
        .isEqualTo("EXACT us." + CLAUDE);
    assertThat(found(find(null, "gpt-4o-2024-08-06", "gpt-4o", "gpt-4o-2024-08-06")))
        .isEqualTo("EXACT gpt-4o-2024-08-06");
    assertThat(found(find(null, "us." + CLAUDE, CLAUDE, "us.anthropic.claude-sonnet-4-5")))
        .isEqualTo("REGION_PREFIX " + CLAUDE);
  }

  @Test
  void anAliasOfTheTenantLeadsToItsModelWhileItSaysSo() {
    String arn = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc";
    Instant moved = Instant.parse("2026-01-05T09:00:00Z");
    Register<ModelAlias, AliasedModel> aliases =
        aliases(
            List.of(
                alias(null, arn, "gpt-4o", new Validity(Instant.EPOCH, moved)),
                alias(null, arn, "gpt-4o-mini", new Validity(moved, null)),
                alias("azure", "chat", "gpt-4o", Validity.ALWAYS)));
    Register<PriceMatch, Tariff> prices =
        new Register<>(
            Prices.KNOWN,
            Stream.of("gpt-4o", "gpt-4o-mini")
                .map(name -> Prices.perThousand(name, MeterName.INPUT_TOKENS, "1"))
                .toList());
    PriceBook book = new PriceBook(prices, aliases);
    assertThat(found(book.find(question(null, null, arn), T))).isEqualTo("CUSTOM_ALIAS gpt-4o");
    assertThat(found(book.find(question(null, null, arn), moved)))
        .isEqualTo("CUSTOM_ALIAS gpt-4o-mini");
    assertThat(found(book.find(question("az.ai.openai", null, "chat"), T)))
        .isEqualTo("CUSTOM_ALIAS gpt-4o");
    assertThat(found(book.find(question("openai", null, "chat"), T))).isEqualTo("UNKNOWN_MODEL");
  }

  @Test
  void anAliasMayNameTheProviderWhosePricesCount() {
    Register<PriceMatch, Tariff> prices =
        new Register<>(
            Prices.KNOWN,
            List.of(
                Prices.price(
                    new PriceMatch(
                        "openai",
                        ModelSelector.alias("gpt-4o"),
                        null,
                        null,
                        MeterName.INPUT_TOKENS,
                        PriceClass.NONE),
                    "1",
                    1000,
                    Prices.KNOWN)));
    Entry<ModelAlias, AliasedModel> fast =
        entry(new ModelAlias(null, "fast"), new AliasedModel("openai", "gpt-4o"), Validity.ALWAYS);
    PriceBook book = new PriceBook(prices, aliases(List.of(fast)));
    assertThat(found(book.find(question("my-gateway", null, "fast"), T)))
        .isEqualTo("CUSTOM_ALIAS gpt-4o");
    assertThat(found(book.find(question("my-gateway", null, "gpt-4o"), T))).isEqualTo("NO_PRICE");
  }

  private static Entry<ModelAlias, AliasedModel> alias(
      String provider, String name, String model, Validity validity) {
    return entry(new ModelAlias(provider, name), new AliasedModel(null, model), validity);
  }

  private static Entry<ModelAlias, AliasedModel> entry(
      ModelAlias alias, AliasedModel target, Validity validity) {
    return new Entry<>(
        UUID.randomUUID(), alias, target, validity, Prices.KNOWN, new Provenance("test", "test"));
  }

  private static Register<ModelAlias, AliasedModel> aliases(
      List<Entry<ModelAlias, AliasedModel>> all) {
    return new Register<>(Prices.KNOWN, all);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "/", "//", "openai/", "arn:", ":0", "-v1:0", "@20250101", "us.."})
  void oddNamesAreUnknownAndDoNoHarm(String model) {
    assertThat(find("openai", model, "gpt-4o").isFound()).isFalse();
  }

  @Property(tries = 500)
  void whateverTheNameTheFirstCandidateIsTheNameOrItsOwnSpelling(
      @ForAll @StringLength(min = 1, max = 40) @CharRange(from = '!', to = 'z') String model) {
    ModelNames names =
        ModelNames.of(question(null, null, model), new Register<>(Prices.KNOWN, List.of()));
    assertThat(names.tried())
        .extracting(TriedName::name)
        .startsWith(model)
        .doesNotHaveDuplicates()
        .hasSizeLessThan(80);
  }
}
