package io.ledgerline.ingest.inlet.http;

/** Examples for the OpenAPI document. */
final class EventExamples {
  static final String ONE =
      """
      {"source": "gateway-eu", "id": "req-81d3", "time": "2026-01-31T12:00:00Z",
       "sourceAccount": "123456789012", "principal": "alice", "project": "search",
       "provider": "openai", "model": "gpt-4o", "operation": "chat",
       "quantities": {"requests": 1, "input_tokens": 1200, "output_tokens": 84},
       "tags": {"team": "discovery"}}""";

  static final String SEVERAL =
      """
      {"events": [
        {"source": "gateway-eu", "id": "req-81d3", "time": "2026-01-31T12:00:00Z",
         "sourceAccount": "123456789012", "quantities": {"input_tokens": 1200}},
        {"source": "gateway-eu", "id": "req-81d4", "time": "2026-01-31T12:00:01Z",
         "sourceAccount": "123456789012", "quantities": {"input_tokens": -1}}]}""";

  static final String ANSWER =
      """
      {"results": [
        {"index": 0, "source": "gateway-eu", "id": "req-81d3", "status": "recorded"},
        {"index": 1, "source": "gateway-eu", "id": "req-81d4", "status": "rejected",
         "reason": {"code": "negative-quantity", "field": "quantities.input_tokens",
                    "detail": "A quantity is 0 or more; to take usage back, void the event that reported it."}}],
       "counts": {"recorded": 1, "duplicate": 0, "conflict": 0, "rejected": 1}}""";

  private EventExamples() {}
}
