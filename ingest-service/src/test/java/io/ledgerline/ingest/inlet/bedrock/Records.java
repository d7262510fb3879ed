package io.ledgerline.ingest.inlet.bedrock;

import io.ledgerline.contracts.usage.UsageEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sample records and short ways to read them. */
final class Records {
  private Records() {}

  static List<String> lines(String resource) {
    try (InputStream in = Records.class.getResourceAsStream("/bedrock/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample with this request id. */
  static String sample(String requestId) {
    return lines("invocations-authored.jsonl").stream()
        .filter(line -> line.contains("\"" + requestId + "\""))
        .findFirst()
        .orElseThrow();
  }

  static BedrockRecord read(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return BedrockRecordReader.read(bytes, bytes.length);
  }

  static UsageEvent event(String line) {
    BedrockRecord record = read(line);
    return BedrockMapping.event(record, record.image());
  }

  static String of(String model, String input) {
    return """
        {"timestamp":"2026-01-31T12:00:00.123Z","accountId":"1","region":"eu-west-1",
         "requestId":"q","operation":"InvokeModel","modelId":"%s","identity":{"arn":"arn:x"},
         "input":%s}"""
        .formatted(model, input);
  }
}
