package io.ledgerline.report.ledger.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.ledgerline.platform.json.JsonSettings;
import io.ledgerline.report.ledger.LedgerStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Lines of JSON with a last line {@code {"end":true, …}}, without which the stream was cut.
 *
 * @param <T> what a line says
 */
final class NdjsonStream<T> implements LedgerStream<T> {
  private static final ObjectMapper JSON =
      JsonSettings.newMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final String END_BEGINS = "{\"end\"";

  private final String what;
  private final BufferedReader text;
  private final ObjectReader reader;
  private long lines;
  private boolean ended;
  private JsonNode end;

  NdjsonStream(String what, InputStream in, Class<T> type) {
    this.what = what;
    this.text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.reader = JSON.readerFor(type);
  }

  @Override
  public T next() {
    if (ended) {
      return null;
    }
    try {
      String line = text.readLine();
      if (line == null) {
        throw new IOException("it has no last line");
      }
      if (line.startsWith(END_BEGINS)) {
        end = JSON.readTree(line);
        requireWhole(end);
        ended = true;
        // To the very end, or the connection is closed instead of used again.
        text.skip(Long.MAX_VALUE);
        return null;
      }
      lines++;
      return reader.readValue(line);
    } catch (IOException | RuntimeException e) {
      throw new LedgerUnavailableException(
          "the ledger's " + what + " cannot be read to the end: " + e.getMessage(), e);
    }
  }

  /** The last line, once {@link #next} has answered that there is no other. */
  JsonNode end() {
    return end;
  }

  @Override
  public void close() {
    try {
      text.close();
    } catch (IOException e) {
      throw new LedgerUnavailableException("the ledger's " + what + " cannot be closed", e);
    }
  }

  private void requireWhole(JsonNode last) throws IOException {
    JsonNode count = last.path("count");
    if (count.isIntegralNumber() && count.longValue() != lines) {
      throw new IOException(count + " lines told, " + lines + " came");
    }
  }
}
