package io.ledgerline.report.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTest {
  @ParameterizedTest
  @CsvSource({
    "bedrock,aws.bedrock",
    "bedrock_converse,aws.bedrock",
    "AWS.Bedrock,aws.bedrock",
    "openai,openai",
    "text-completion-openai,openai",
    "azure,azure.ai.openai",
    "azure_text,azure.ai.openai",
    "az.ai.openai,azure.ai.openai",
    "azure_ai,azure.ai.inference",
    "az.ai.inference,azure.ai.inference",
    "vertex_ai,gcp.vertex_ai",
    "vertex_ai-anthropic_models,gcp.vertex_ai",
    "vertex_ai-language-models,gcp.vertex_ai",
    "gemini,gcp.gemini",
    "xai,x_ai",
    "mistral,mistral_ai",
    "moonshot,moonshot_ai",
    "watsonx,ibm.watsonx.ai",
    "cohere_chat,cohere",
    "fireworks_ai-embedding-models,fireworks_ai",
    "My Own Gateway,my own gateway"
  })
  void spellingsOfAProviderAreOneFamily(String spelling, String family) {
    assertThat(Provider.family(spelling)).isEqualTo(family);
    assertThat(Provider.family(family)).isEqualTo(family);
  }

  @Test
  void nothingIsNoProvider() {
    assertThat(Provider.family(null)).isNull();
    assertThat(Provider.family(" ")).isNull();
  }
}
