package io.ledgerline.ingest.inlet.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectKindTest {
  @ParameterizedTest
  @CsvSource({
    "'', AWSLogs/1/BedrockModelInvocationLogs/us-east-1/2023/11/16/18/a.json.gz, 9, LOG",
    "'', AWSLogs/1/BedrockModelInvocationLogs/us-east-1/2023/11/16/18/data/r_input.json.gz, 9, BODY",
    "'', data/r_input.json.gz, 9, BODY",
    "'', AWSLogs/1/BedrockModelInvocationLogs/amazon-bedrock-logs-permission-check, 0, PERMISSION_CHECK",
    "'', AWSLogs/1/folder/, 0, EMPTY",
    "lake/data/, lake/data/AWSLogs/1/a.json.gz, 9, LOG",
    "lake/data/, lake/data/AWSLogs/1/data/r_output.json.gz, 9, BODY",
    "'', AWSLogs/1/database/a.json.gz, 9, LOG",
  })
  void aKeyTellsWhatAnObjectIs(String prefix, String key, long size, ObjectKind kind) {
    assertThat(ObjectKind.of(prefix, key, size)).isEqualTo(kind);
  }
}
