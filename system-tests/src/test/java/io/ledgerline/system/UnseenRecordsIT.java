package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Records of other models, hours and identities than the samples, some broken, some from a future
 * version.
 */
class UnseenRecordsIT {
  private static final String FOLDER =
      "AWSLogs/555566667777/BedrockModelInvocationLogs/eu-central-1/2025/07/14/";

  private static final String RECORDS =
      """
      {"schemaType":"ModelInvocationLog","schemaVersion":"9.7","timestamp":"2025-07-14T21:59:59.999Z","accountId":"555566667777","region":"eu-central-1","requestId":"u-1","operation":"Converse","modelId":"arn:aws:bedrock:eu-central-1:555566667777:inference-profile/eu.anthropic.claude-3-sonnet-20240229-v1:0","identity":{"arn":"arn:aws:sts::555566667777:assumed-role/Données/rené, \\"le chef\\""},"guardrail":{"new":["field",1,null]},"input":{"inputContentType":"application/json","inputTokenCount":120,"cacheReadInputTokenCount":7,"audioTokenCount":3},"output":{"outputBodyJson":[{"a":1}],"outputTokenCount":30}}
      {"schemaType":"ModelInvocationLog","timestamp":"2025-07-14T22:00:00Z","accountId":"555566667777","region":"eu-central-1","requestId":"u-2","operation":"InvokeModel","modelId":"somebody.new-model-v7","identity":{"arn":"arn:aws:iam::555566667777:user/zoë"},"input":{"inputTokenCount":11},"output":{"outputTokenCount":5}}
      {"schemaType":"ModelInvocationLog","timestamp":"2025-07-14T22:00:01Z","accountId":"555566667777","region":"eu-central-1","operation":"InvokeModel","modelId":"anthropic.claude-v2","input":{"inputTokenCount":11},"output":{"outputTokenCount":5}}
      {"schemaType":"ModelInvocationLog","timestamp":"2025-07-14T22:00:02Z","accountId":"555566667777","region":"eu-central-1","requestId":"u-4","operation":"InvokeModel","modelId":"anthropic.claude-v2","identity":{"arn":"arn:aws:iam::555566667777:user/zoë"},"input":{"inputTokenCount":-1},"output":{"outputTokenCount":5}}
      this line is no JSON
      {"schemaType":"ModelInvocationLog","timestamp":"2025-07-14T22:00:03Z","accountId":"555566667777","region":"eu-central-1","requestId":"u-6","operation":"InvokeModel","modelId":"anthropic.claude-v2","identity":{"arn":"arn:aws:iam::555566667777:user/zoë"},"input":{"inputTokenCount":1000},"output":{"outputTokenCount":1000}}
      """;

  @Test
  void goodRecordsCountBrokenOnesAreRejectedAndUnpricedOnesAreShown() throws Exception {
    RunningSuite suite = RunningSuite.get();
    BedrockLogs.put(suite, FOLDER + "21/amazon-bedrock-logs-permission-check", new byte[0]);
    BedrockLogs.put(suite, FOLDER + "21/20250714T215959000Z_aa.json.gz", BedrockLogs.gzip(RECORDS));
    BedrockLogs.put(
        suite,
        FOLDER + "22/20250714T220000000Z_bb.json.gz",
        "not gzip".getBytes(StandardCharsets.UTF_8));

    JsonPath taken = BedrockLogs.takenIn(suite, FOLDER, 3);

    assertThat(taken.getInt("objects.done")).isEqualTo(1);
    assertThat(taken.getInt("objects.skipped")).isEqualTo(1);
    assertThat(taken.getInt("objects.failed")).isEqualTo(1);
    assertThat(taken.getInt("events.recorded")).isEqualTo(3);
    assertThat(taken.getInt("events.rejected")).isEqualTo(3);
    JsonPath run = Runs.dailyUsage(suite, "2025-07-14");
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(run.getLong("totals.events")).isEqualTo(3);
    assertThat(run.getLong("totals.unrated.events")).isGreaterThanOrEqualTo(1);
    assertThat(Runs.csv(suite, run).lines())
        .containsExactly(
            "Account_ID,Identity_ARN,Model_ID,Region_Name,Input_token_count,Output_token_count,"
                + "Image_count,Charges_incurred",
            "555566667777,\"arn:aws:sts::555566667777:assumed-role/Données/rené, \"\"le chef\"\"\","
                + "eu.anthropic.claude-3-sonnet-20240229-v1:0,eu-central-1,120,30,0,0.0008121",
            "555566667777,arn:aws:iam::555566667777:user/zoë,somebody.new-model-v7,eu-central-1,11,5,0,",
            "555566667777,arn:aws:iam::555566667777:user/zoë,anthropic.claude-v2,eu-central-1,1000,1000,0,0.032");
  }
}
