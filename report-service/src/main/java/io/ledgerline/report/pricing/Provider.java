package io.ledgerline.report.pricing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Providers by family: clouds and gateways spell the same provider in many ways, and its prices are
 * the same under each. Families are spelled as OpenTelemetry's GenAI conventions do.
 */
public final class Provider {
  /** Amazon Bedrock, in any of its APIs. */
  static final String BEDROCK = "aws.bedrock";

  /** Vertex AI, whoever made the model. */
  static final String VERTEX = "gcp.vertex_ai";

  /** Family, the prefix of its models in gateways' names, then other spellings. */
  private static final String[][] FAMILIES = {
    {"openai", "openai", "text-completion-openai", "open_ai", "open-ai"},
    {"azure.ai.openai", "azure", "azure_text", "az.ai.openai", "azure_openai", "azure-openai"},
    {"azure.ai.inference", "azure_ai", "az.ai.inference"},
    {
      BEDROCK,
      "bedrock",
      "bedrock_converse",
      "bedrock_mantle",
      "aws_bedrock",
      "aws-bedrock",
      "amazon_bedrock",
      "amazon-bedrock",
      "amazon.bedrock"
    },
    {VERTEX, "vertex_ai", "vertexai", "vertex-ai", "google_vertex", "google-vertex"},
    {"gcp.gemini", "gemini", "google_ai_studio", "google-ai-studio"},
    {"anthropic", "anthropic"},
    {"x_ai", "xai", "x.ai", "x-ai"},
    {"mistral_ai", "mistral", "mistralai"},
    {"moonshot_ai", "moonshot", "moonshotai"},
    {"ibm.watsonx.ai", "watsonx", "ibm_watsonx"},
    {"cohere", "cohere", "cohere_chat"},
    {"perplexity", "perplexity", "perplexity_ai"},
    {"fireworks_ai", "fireworks_ai", "fireworks_ai-embedding-models", "fireworks"},
    {"together_ai", "together_ai", "togetherai", "together"},
    {"codestral", "codestral", "text-completion-codestral"},
    {"inception", "inception", "text-completion-inception"}
  };

  /** Providers that are spelled one way only, and whose models gateways prefix with that. */
  private static final String[] OTHERS = {
    "ai21",
    "aiml",
    "anyscale",
    "baseten",
    "black_forest_labs",
    "cerebras",
    "chatgpt",
    "cloudflare",
    "crusoe",
    "dashscope",
    "databricks",
    "deepgram",
    "deepinfra",
    "deepseek",
    "elevenlabs",
    "fal_ai",
    "featherless_ai",
    "friendliai",
    "github_copilot",
    "gmi",
    "gradient_ai",
    "groq",
    "heroku",
    "hyperbolic",
    "jina_ai",
    "lambda_ai",
    "lemonade",
    "libertai",
    "llamagate",
    "meta_llama",
    "minimax",
    "morph",
    "nebius",
    "novita",
    "nscale",
    "nvidia_nim",
    "oci",
    "ollama",
    "openrouter",
    "ovhcloud",
    "publicai",
    "recraft",
    "replicate",
    "runwayml",
    "sagemaker",
    "sambanova",
    "scaleway",
    "snowflake",
    "stability",
    "tensormesh",
    "v0",
    "vercel_ai_gateway",
    "volcengine",
    "voyage",
    "wandb",
    "zai"
  };

  private static final Map<String, String> FAMILY_BY_SPELLING = new HashMap<>();
  private static final Map<String, String> PREFIX_BY_FAMILY = new HashMap<>();

  static {
    for (String[] family : FAMILIES) {
      Arrays.stream(family).forEach(name -> FAMILY_BY_SPELLING.put(name, family[0]));
      PREFIX_BY_FAMILY.put(family[0], family[1]);
    }
    Arrays.stream(OTHERS).forEach(name -> FAMILY_BY_SPELLING.put(name, name));
  }

  private Provider() {}

  /**
   * The family of a provider, by whatever name; one nobody knows is a family of its own, in lower
   * case.
   *
   * @param name null for unknown
   * @return null for null or blank
   */
  public static String family(String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    String known = FAMILY_BY_SPELLING.get(name);
    if (known != null) {
      return known;
    }
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("vertex_ai-") ? VERTEX : FAMILY_BY_SPELLING.getOrDefault(lower, lower);
  }

  /** What gateways put before the names of a family's models, without the slash. */
  static String prefix(String family) {
    return PREFIX_BY_FAMILY.getOrDefault(family, family);
  }

  /** The family that {@code segment/} before a model's name means, if it means one. */
  static Optional<String> ofPrefix(String segment) {
    return Optional.ofNullable(FAMILY_BY_SPELLING.get(segment));
  }
}
