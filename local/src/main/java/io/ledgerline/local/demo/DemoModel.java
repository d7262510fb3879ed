package io.ledgerline.local.demo;

import java.math.BigDecimal;

/**
 * Models that Bedrock had in November 2023, with what the sample price list asks for 1,000 tokens
 * in and out, in USD.
 */
enum DemoModel {
  CLAUDE("anthropic.claude-v2", "0.008", "0.024"),
  CLAUDE_INSTANT("anthropic.claude-instant-v1", "0.0008", "0.0024"),
  TITAN_EXPRESS("amazon.titan-text-express-v1", "0.0002", "0.0006"),
  LLAMA2("meta.llama2-70b-chat-v1", "0.00195", "0.00256"),
  COMMAND("cohere.command-text-v14", "0.0015", "0.0020");

  private static final int PRICE_UNIT_DIGITS = 3;

  private final String id;
  private final BigDecimal inputPrice;
  private final BigDecimal outputPrice;

  DemoModel(String id, String inputPrice, String outputPrice) {
    this.id = id;
    this.inputPrice = new BigDecimal(inputPrice);
    this.outputPrice = new BigDecimal(outputPrice);
  }

  /** Bedrock's name of it. */
  String id() {
    return id;
  }

  /** What so many tokens cost, exactly. */
  BigDecimal charge(long inputTokens, long outputTokens) {
    return inputPrice
        .multiply(BigDecimal.valueOf(inputTokens))
        .add(outputPrice.multiply(BigDecimal.valueOf(outputTokens)))
        .movePointLeft(PRICE_UNIT_DIGITS);
  }
}
