package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The original's own sample, through the whole suite, against the original's own output. */
class GoldenReportIT {
  private static final String FOLDER =
      "AWSLogs/123456789012/BedrockModelInvocationLogs/us-east-1/2024/05/25/08/";

  @Test
  void theSampleLogGivesTheOriginalsReport() throws Exception {
    RunningSuite suite = RunningSuite.get();
    BedrockLogs.put(suite, FOLDER + "data/r-7_input.json.gz", BedrockLogs.gzip("{\"steps\":30}"));
    BedrockLogs.put(
        suite,
        FOLDER + "20240525T080000000Z_0a1b2c3d.json.gz",
        BedrockLogs.gzip(
            resource("/bedrock/invocations-authored.jsonl")
                .replace("s3://log-bucket/data/", "s3://bedrock-logs/" + FOLDER + "data/")));

    JsonPath taken = BedrockLogs.takenIn(suite, FOLDER, 2);

    assertThat(taken.getInt("events.recorded")).isEqualTo(11);
    assertThat(taken.getInt("events.duplicate") + taken.getInt("events.conflict")).isEqualTo(1);
    assertThat(taken.getInt("events.rejected")).isZero();
    JsonPath run = Runs.dailyUsage(suite, "2024-05-25");
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(Runs.csv(suite, run)).isEqualTo(String.join("\n", expected()) + "\n");
  }

  /** The original counts r-1 twice and drops r-8; its decimals are binary floating point. */
  private static List<String> expected() throws IOException {
    List<String> original = resource("/bedrock/expected-by-original.csv").lines().toList();
    List<String> ours = new java.util.ArrayList<>();
    for (String line : original.subList(0, original.size() - 1)) {
      ours.add(
          line.replace("0.010499999999999999", "0.0105")
              .replace("7.000000000000001e-07", "0.0000007")
              .replace("6.8e-05", "0.000068"));
    }
    ours.add(
        8,
        "123456789012,arn:aws:iam::123456789012:user/bob,us.anthropic.claude-3-haiku-20240307-v1:0,"
            + "us-east-1,1000,1000,0,0.0015");
    return ours;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = GoldenReportIT.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
