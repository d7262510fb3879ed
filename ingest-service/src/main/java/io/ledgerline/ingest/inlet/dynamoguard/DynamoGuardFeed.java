package io.ledgerline.ingest.inlet.dynamoguard;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.feed.Feed;
import io.ledgerline.ingest.inlet.feed.FeedFields;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a call of an endpoint means as usage: one request and its tokens, once, however many
 * policies looked at it. What was said in the call is never read.
 */
final class DynamoGuardFeed implements Feed {
  /** The feed's name, the provider of its usage, and the account of calls that name none. */
  static final String NAME = "dynamoguard";

  private static final Set<String> ENDPOINTS = Set.of("analyze", "chat");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> idNames() {
    return List.of("requestId", "request_id");
  }

  @Override
  public UsageEvent event(FeedFields fields) {
    String id = Texts.required("requestId", fields.text("requestId", "request_id"), Texts.MAX_NAME);
    String environment = fields.text("environment");
    String source = environment == null ? NAME : NAME + ":" + environment;
    String user = fields.text("user", "userId", "user_id");
    String key = fields.text("apiKeyId", "api_key_id");
    return new UsageEvent(
        new EventIdentity(new SourceName(source), id),
        fields.time("time", "timestamp"),
        new Origin(environment == null ? NAME : environment, user == null ? key : user, null, null),
        new ServiceUse(NAME, fields.text("model", "modelId", "model_id"), null, endpoint(fields)),
        PriceClass.NONE,
        quantities(fields),
        Labels.NONE,
        attributes(fields, user == null ? null : key));
  }

  private static String endpoint(FeedFields fields) {
    String endpoint = Texts.required("endpoint", fields.text("endpoint"), Texts.MAX_NAME);
    String lower = endpoint.toLowerCase(Locale.ROOT);
    if (!ENDPOINTS.contains(lower)) {
      throw new InvalidValueException(
          "endpoint", "unknown-endpoint", "'endpoint' is 'analyze' or 'chat'.");
    }
    return lower;
  }

  private static Quantities quantities(FeedFields fields) {
    Quantity input = fields.quantity("inputTokens", "input_tokens");
    Quantity output = fields.quantity("outputTokens", "output_tokens");
    if (input == null && output == null) {
      throw new InvalidValueException(
          "inputTokens", "missing", "'inputTokens' or 'outputTokens' is required.");
    }
    SortedMap<MeterName, Quantity> byMeter = new TreeMap<>();
    byMeter.put(MeterName.REQUESTS, Quantity.ONE);
    if (input != null) {
      byMeter.put(MeterName.INPUT_TOKENS, input);
    }
    if (output != null) {
      byMeter.put(MeterName.OUTPUT_TOKENS, output);
    }
    return new Quantities(byMeter);
  }

  private static Labels attributes(FeedFields fields, String key) {
    SortedMap<String, String> kept = new TreeMap<>();
    Long policies = fields.count("policies", "policyIds", "policy_ids");
    String action = fields.text("finalAction", "final_action");
    if (policies != null) {
      kept.put("policies", policies.toString());
    }
    if (action != null) {
      kept.put("final_action", action);
    }
    if (key != null) {
      kept.put("api_key_id", key);
    }
    return Labels.of(kept);
  }
}
