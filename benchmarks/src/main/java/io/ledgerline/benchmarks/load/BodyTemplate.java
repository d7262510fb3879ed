package io.ledgerline.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A call's body, rendered once: sending it again costs no more than writing new ids and times over
 * the old ones. Everything else repeats, as it does in life: some 20 source accounts, 50
 * principals, 6 models, 2 to 4 meters, no tags.
 */
public final class BodyTemplate {
  /** The provider of all events. */
  public static final String PROVIDER = "cloud";

  private static final int ACCOUNTS = 20;
  private static final int PRINCIPALS = 50;
  private static final int MODELS_OF_A_PRINCIPAL = 3;
  private static final List<String> MODELS =
      List.of(
          "claude-sonnet-4", "claude-haiku-3.5", "gpt-4o", "gpt-4o-mini", "titan-text", "llama-3");
  private static final int MOST_TOKENS = 20_000;

  private final byte[] bytes;
  private final int[] idAt;
  private final int[] timeAt;

  private BodyTemplate(byte[] bytes, List<Integer> idAt, List<Integer> timeAt) {
    this.bytes = bytes;
    this.idAt = idAt.stream().mapToInt(Integer::intValue).toArray();
    this.timeAt = timeAt.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A body of so many events: an array, or for one event the event by itself. */
  public static BodyTemplate of(int events, RandomGenerator random) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(events * 350);
    List<Integer> ids = new ArrayList<>(events);
    List<Integer> times = new ArrayList<>(events);
    for (int i = 0; i < events; i++) {
      if (events > 1) {
        write(body, i == 0 ? "[" : ",");
      }
      write(body, "{\"source\":\"bench:gateway\",\"id\":\"");
      ids.add(body.size());
      write(body, " ".repeat(EventStamp.ID_LENGTH));
      write(body, "\",\"time\":\"");
      times.add(body.size());
      write(body, " ".repeat(EventStamp.TIME_LENGTH));
      write(body, "\"," + rest(random));
    }
    if (events > 1) {
      write(body, "]");
    }
    return new BodyTemplate(body.toByteArray(), ids, times);
  }

  private static String rest(RandomGenerator random) {
    int principal = random.nextInt(PRINCIPALS);
    int model = (principal + random.nextInt(MODELS_OF_A_PRINCIPAL)) % MODELS.size();
    StringBuilder quantities = new StringBuilder();
    quantities.append("\"input_tokens\":").append(1 + random.nextInt(MOST_TOKENS));
    quantities.append(",\"requests\":1");
    if (model > 0) {
      quantities.append(",\"output_tokens\":").append(1 + random.nextInt(MOST_TOKENS / 10));
    }
    if (model > 2) {
      quantities.append(",\"cache_read_tokens\":").append(random.nextInt(MOST_TOKENS));
    }
    return """
        "sourceAccount":"account-%02d","principal":"user-%02d@example.com","project":"project-%d",\
        "provider":"%s","model":"%s","region":"eu-central-1","operation":"chat",\
        "quantities":{%s}}"""
        .formatted(
            principal % ACCOUNTS,
            principal,
            principal % 7,
            PROVIDER,
            MODELS.get(model),
            quantities);
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** How many events it has. */
  public int events() {
    return idAt.length;
  }

  /** The whole body, ids and times still blank. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Makes the events in a buffer that holds this body new ones.
   *
   * @param offset where the body begins in the buffer
   */
  public void patch(ByteBuffer buffer, int offset, EventStamp stamp) {
    for (int i = 0; i < idAt.length; i++) {
      buffer.put(offset + idAt[i], stamp.nextId());
      buffer.put(offset + timeAt[i], stamp.nextTime());
    }
  }

  /** As {@link #patch} into a copy, for one who wants to read it. */
  public String patched(EventStamp stamp) {
    ByteBuffer copy = ByteBuffer.wrap(bytes());
    patch(copy, 0, stamp);
    return new String(copy.array(), StandardCharsets.UTF_8);
  }

  /** The stamp that a run begins with. */
  public static EventStamp stampFrom(Instant first, long seed) {
    return new EventStamp(first, seed);
  }
}
