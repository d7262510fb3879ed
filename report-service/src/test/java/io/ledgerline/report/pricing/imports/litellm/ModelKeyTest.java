package io.ledgerline.report.pricing.imports.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelKeyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "gpt-4o                                              | gpt-4o                                  | -            | ''",
        "azure/eu/gpt-4o-2024-08-06                          | azure/eu/gpt-4o-2024-08-06              | -            | ''",
        "bedrock/eu-central-1/anthropic.claude-v1            | bedrock/eu-central-1/anthropic.claude-v1 | eu-central-1 | ''",
        "bedrock/us-gov-west-1/amazon.nova-pro-v1:0          | bedrock/us-gov-west-1/amazon.nova-pro-v1:0 | us-gov-west-1 | ''",
        "bedrock/invoke/anthropic.claude-3-5-sonnet          | bedrock/invoke/anthropic.claude-3-5-sonnet | -          | ''",
        "high/1024-x-1536/gpt-image-1                        | gpt-image-1                             | -            | image_quality=high;image_size=1024x1536",
        "azure/hd/1024-x-1792/dall-e-3                       | azure/dall-e-3                          | -            | image_quality=hd;image_size=1024x1792",
        "1024-x-1024/gpt-image-1.5                           | gpt-image-1.5                           | -            | image_size=1024x1024",
        "512-x-512/50-steps/stability.stable-diffusion-xl-v0 | stability.stable-diffusion-xl-v0        | -            | image_size=512x512;image_steps=le50",
        "max-x-max/max-steps/stability.stable-diffusion-xl-v0 | stability.stable-diffusion-xl-v0       | -            | image_size=max;image_steps=gt50",
        "1024-x-1024/50-steps/bedrock/amazon.nova-canvas-v1:0 | bedrock/amazon.nova-canvas-v1:0        | -            | image_size=1024x1024;image_steps=le50",
        "fal_ai/fal-ai/flux-pro/v1.1                         | fal_ai/fal-ai/flux-pro/v1.1             | -            | ''"
      })
  void aKeySaysModelRegionAndPriceClass(
      String key, String model, String region, String priceClass) {
    ModelKey read = ModelKey.of(key);
    assertThat(read.model()).isEqualTo(model);
    assertThat(read.region()).isEqualTo(region);
    assertThat(read.priceClass()).hasToString(priceClass);
    assertThat(read.isReserved()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "bedrock/us-east-1/1-month-commitment/anthropic.claude-v1",
    "bedrock/*/6-month-commitment/cohere.command-text-v14"
  })
  void aCommitmentIsReservedCapacity(String key) {
    assertThat(ModelKey.of(key).isReserved()).isTrue();
  }
}
