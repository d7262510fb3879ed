package io.ledgerline.ingest.ledger.correct;

/** Examples for the OpenAPI document. */
final class CorrectionExamples {
  static final String VOID_NAMED =
      """
      {"kind": "void", "reason": "Sent by a test gateway", "dryRun": true,
       "select": {"events": [{"source": "gateway-eu", "id": "req-81d3"}]}}""";

  static final String VOID_SPAN =
      """
      {"kind": "void", "reason": "The gateway counted twice on that day",
       "select": {"source": "gateway-eu", "model": "gpt-4o",
                  "from": "2026-01-31T00:00:00Z", "to": "2026-02-01T00:00:00Z"}}""";

  static final String REPLACE =
      """
      {"kind": "replace", "reason": "Output tokens were missing",
       "events": [{"source": "gateway-eu", "id": "req-81d3", "time": "2026-01-31T12:00:00Z",
                   "sourceAccount": "123456789012",
                   "quantities": {"input_tokens": 1200, "output_tokens": 84}}]}""";

  private CorrectionExamples() {}
}
