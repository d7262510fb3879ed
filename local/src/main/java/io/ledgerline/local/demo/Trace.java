package io.ledgerline.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The Azure LLM inference trace of 16 November 2023: real time stamps and token counts. */
final class Trace {
  static final String DAY = "2023-11-16";

  private static final String FILE = "AzureLLMInferenceTrace_code.csv";

  private Trace() {}

  /** All requests, in the file's order. */
  static List<TraceRequest> read() throws IOException {
    List<TraceRequest> requests = new ArrayList<>();
    try (InputStream bytes = Trace.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        requests.add(TraceRequest.parse(requests.size(), line));
      }
    }
    return List.copyOf(requests);
  }
}
