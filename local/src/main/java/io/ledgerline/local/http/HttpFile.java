package io.ledgerline.local.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A collection of requests in the form that editors run: {@code ###} begins a request, {@code @name
 * = value} outside of them sets a variable, {@code # @name} names a request. Two comments are our
 * own, and others pass over them: {@code # @expect 200, 404} and {@code # @until $.state
 * COMPLETED}.
 *
 * @param variables in order, values as they are written
 * @param calls in order
 */
public record HttpFile(Map<String, String> variables, List<HttpCall> calls) {
  private static final Pattern VARIABLE = Pattern.compile("@([A-Za-z]\\w*)\\s*=\\s*(.*)");
  private static final Pattern NOTE = Pattern.compile("(?:#|//)\\s*@(name|expect|until)\\s+(.*)");
  private static final Pattern REQUEST =
      Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\\s+(\\S+)(?:\\s+HTTP/1\\.1)?");
  private static final String BEGIN = "###";

  /** Copies. */
  public HttpFile {
    variables = new LinkedHashMap<>(variables);
    calls = List.copyOf(calls);
  }

  /**
   * Reads a collection.
   *
   * @throws IllegalArgumentException when a line is not understood; it names the line
   */
  public static HttpFile parse(String text) {
    Reader reader = new Reader();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      try {
        reader.line(lines.get(i));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    reader.end();
    return new HttpFile(reader.variables, reader.calls);
  }

  private static final class Reader {
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<HttpCall> calls = new ArrayList<>();
    private String title = "";
    private String name;
    private final Set<Integer> expected = new LinkedHashSet<>();
    private HttpCall.Until until;
    private Matcher request;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();
    private boolean inBody;

    void line(String line) {
      if (line.startsWith(BEGIN)) {
        end();
        title = line.substring(BEGIN.length()).strip();
      } else if (inBody) {
        body.append(line).append('\n');
      } else if (request == null) {
        before(line.strip());
      } else if (line.isBlank()) {
        inBody = true;
      } else {
        header(line);
      }
    }

    private void before(String line) {
      Matcher note = NOTE.matcher(line);
      Matcher variable = VARIABLE.matcher(line);
      Matcher begun = REQUEST.matcher(line);
      if (note.matches()) {
        note(note.group(1), note.group(2).strip());
      } else if (variable.matches()) {
        variables.put(variable.group(1), variable.group(2).strip());
      } else if (begun.matches()) {
        request = begun;
      } else if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("//")) {
        throw new IllegalArgumentException("neither a comment, a variable nor a request: " + line);
      }
    }

    private void note(String what, String value) {
      switch (what) {
        case "name" -> name = value;
        case "expect" -> {
          for (String status : value.split(",")) {
            expected.add(Integer.valueOf(status.strip()));
          }
        }
        default -> {
          String[] words = value.split("\\s+", 2);
          until = new HttpCall.Until(words[0], words.length < 2 ? "" : words[1]);
        }
      }
    }

    private void header(String line) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("not a header: " + line);
      }
      headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    void end() {
      if (request != null) {
        calls.add(
            new HttpCall(
                title,
                name,
                request.group(1),
                request.group(2),
                headers,
                body.toString().strip(),
                expected,
                until));
      }
      title = "";
      name = null;
      expected.clear();
      until = null;
      request = null;
      headers.clear();
      body.setLength(0);
      inBody = false;
    }
  }
}
