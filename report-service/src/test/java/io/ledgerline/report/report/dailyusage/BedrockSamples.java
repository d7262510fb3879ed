package io.ledgerline.report.report.dailyusage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.report.ledger.LedgerLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The sample invocation records as ledger lines. The mapping itself belongs to ingest-service; this
 * is just enough of it for records of these shapes.
 */
public final class BedrockSamples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BedrockSamples() {}

  /** All sample invocations as the ledger would tell them: once each, sorted. */
  public static List<LedgerLine> ledger() {
    Map<String, LedgerLine> byId = new LinkedHashMap<>();
    text("/bedrock/invocations-authored.jsonl")
        .lines()
        .map(BedrockSamples::line)
        .forEach(line -> byId.putIfAbsent(line.id(), line));
    return sorted(byId.values());
  }

  /** The sample invocation with this request id. */
  public static LedgerLine invocation(String requestId) {
    return ledger().stream().filter(l -> l.id().equals(requestId)).findFirst().orElseThrow();
  }

  /** What the original made of the samples. */
  public static List<String> expectedByOriginal() {
    return text("/bedrock/expected-by-original.csv").lines().toList();
  }

  /** A record in the log's shape as a ledger line. */
  public static LedgerLine line(String json) {
    JsonNode invocation = read(json);
    String model = invocation.get("modelId").textValue();
    model = model.substring(model.lastIndexOf('/') + 1);
    JsonNode config = body(invocation);
    Map<String, String> priceClass = new TreeMap<>();
    Map<MeterName, Quantity> used = new TreeMap<>();
    if (invocation.has("errorCode")) {
      used.put(MeterName.FAILED_REQUESTS, Quantity.ONE);
    } else {
      used.put(MeterName.REQUESTS, Quantity.ONE);
      count(used, MeterName.INPUT_TOKENS, invocation.at("/input/inputTokenCount"));
      count(used, MeterName.OUTPUT_TOKENS, invocation.at("/output/outputTokenCount"));
      images(model, invocation, config, used, priceClass);
    }
    String account = invocation.get("accountId").textValue();
    String region = invocation.get("region").textValue();
    return new LedgerLine(
        Instant.parse(invocation.get("timestamp").textValue()),
        "aws:bedrock:" + account + ":" + region,
        invocation.get("requestId").textValue(),
        account,
        invocation.at("/identity/arn").textValue(),
        "aws.bedrock",
        model,
        region,
        PriceClass.of(priceClass),
        Quantities.of(used),
        new UUID(0, 1));
  }

  private static void images(
      String model,
      JsonNode invocation,
      JsonNode body,
      Map<MeterName, Quantity> used,
      Map<String, String> priceClass) {
    if (model.startsWith("amazon.titan-image-generator")) {
      JsonNode config = body.path("imageGenerationConfig");
      priceClass.put("image_size", config.path("height").asInt(1408) == 512 ? "512" : "1024");
      priceClass.put("image_quality", config.path("quality").asText("standard"));
      used.put(MeterName.IMAGES, Quantity.of(config.path("numberOfImages").asInt(1)));
    } else if (model.startsWith("stability.stable-diffusion-xl")) {
      priceClass.put("image_steps", body.path("steps").asInt(30) <= 50 ? "le50" : "gt50");
      used.put(MeterName.IMAGES, Quantity.ONE);
    } else if (model.equals("amazon.titan-embed-image-v1")
        && invocation.at("/input/inputBodyS3Path").isTextual()) {
      used.put(MeterName.IMAGES, Quantity.ONE);
    }
  }

  private static JsonNode body(JsonNode invocation) {
    String path = invocation.at("/input/inputBodyS3Path").textValue();
    if (path == null) {
      return invocation.at("/input/inputBodyJson");
    }
    for (JsonNode object : read(text("/bedrock/s3-bodies-authored.json"))) {
      if (path.endsWith(object.get("key").textValue())) {
        return object.get("body");
      }
    }
    return JSON.createObjectNode();
  }

  private static void count(Map<MeterName, Quantity> used, MeterName meter, JsonNode count) {
    if (count.isNumber()) {
      used.put(meter, Quantity.of(count.longValue()));
    }
  }

  private static List<LedgerLine> sorted(Collection<LedgerLine> lines) {
    return lines.stream()
        .sorted(
            Comparator.comparing(LedgerLine::time)
                .thenComparing(LedgerLine::source)
                .thenComparing(LedgerLine::id))
        .toList();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String resource) {
    try (InputStream in = BedrockSamples.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
