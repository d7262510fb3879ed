package io.ledgerline.local.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must come out, worked out from the trace alone.
 *
 * @param requests requests
 * @param inputTokens tokens in
 * @param outputTokens tokens out
 * @param charges what all cost in USD
 * @param byModel the same by model id
 */
record Expected(
    long requests,
    long inputTokens,
    long outputTokens,
    BigDecimal charges,
    SortedMap<String, ModelSums> byModel) {

  static Expected of(List<TraceRequest> trace) {
    SortedMap<String, ModelSums> byModel = new TreeMap<>();
    for (TraceRequest request : trace) {
      DemoModel model = AssignmentRule.of(request).model();
      byModel.merge(model.id(), ModelSums.of(model, request), ModelSums::plus);
    }
    ModelSums all = byModel.values().stream().reduce(ModelSums.NONE, ModelSums::plus);
    return new Expected(
        all.requests(), all.inputTokens(), all.outputTokens(), all.charges(), byModel);
  }

  /**
   * The sums of one model.
   *
   * @param requests requests
   * @param inputTokens tokens in
   * @param outputTokens tokens out
   * @param charges what they cost in USD
   */
  record ModelSums(long requests, long inputTokens, long outputTokens, BigDecimal charges) {
    static final ModelSums NONE = new ModelSums(0, 0, 0, BigDecimal.ZERO);

    static ModelSums of(DemoModel model, TraceRequest request) {
      int in = request.contextTokens();
      int out = request.generatedTokens();
      return new ModelSums(1, in, out, model.charge(in, out));
    }

    ModelSums plus(ModelSums other) {
      return new ModelSums(
          requests + other.requests,
          inputTokens + other.inputTokens,
          outputTokens + other.outputTokens,
          charges.add(other.charges));
    }
  }
}
