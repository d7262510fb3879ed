package io.ledgerline.system.chaos.load;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Events by number: the same seed, label and number are always the same event, so that what must
 * come out can be computed without keeping what was sent. Pure; for any number of threads.
 *
 * @param seed what all chance comes from
 * @param label part of every source and account, to tell runs on one suite apart
 */
public record Generator(long seed, String label) {
  /** First day: before a leap day that is a month's end. */
  public static final LocalDate FIRST_DAY = LocalDate.parse("2024-02-28");

  /** How many days. */
  public static final int DAYS = 4;

  /** How many source accounts. */
  public static final int ACCOUNTS = 7;

  static final List<String> MODELS =
      List.of(
          "anthropic.claude-v2",
          "anthropic.claude-3-haiku-20240307-v1:0",
          "meta.llama3-70b-instruct-v1:0");

  private static final int SOURCES = 3;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long MICROS = Duration.ofDays(DAYS).toNanos() / 1000;
  private static final List<String> REGIONS = List.of("eu-central-1", "us-east-1");

  /** The event of a number, from 0. */
  public ChaosEvent event(int number) {
    SplittableRandom chance = new SplittableRandom(seed * GOLDEN + number);
    int source = number % SOURCES;
    // Sources share ids on purpose: identity is both together.
    int call = number / SOURCES;
    String id =
        switch (source) {
          case 0 -> new UUID(GOLDEN ^ seed, call).toString();
          case 1 -> "call-" + call;
          default -> Integer.toString(call);
        };
    boolean ofModel = chance.nextInt(6) != 0;
    return new ChaosEvent(
        "chaos:" + label + ":" + source,
        id,
        time(chance),
        account(chance.nextInt(ACCOUNTS)),
        chance.nextInt(4) == 0
            ? null
            : "arn:aws:iam::123456789012:user/" + label + "-" + chance.nextInt(9),
        ofModel ? MODELS.get(chance.nextInt(MODELS.size())) : null,
        ofModel ? REGIONS.get(chance.nextInt(REGIONS.size())) : null,
        ofModel ? tokens(chance) : capacity(chance));
  }

  /**
   * A copy of a number's event that means something else: another moment, another day, another
   * account, or both.
   */
  public ChaosEvent restamped(int number) {
    ChaosEvent event = event(number);
    SplittableRandom chance = new SplittableRandom(~seed * GOLDEN + number);
    return switch (chance.nextInt(4)) {
      case 0 -> event.stamped(Duration.ofNanos(1000));
      case 1 -> event.stamped(Duration.ofDays(1 + chance.nextInt(40)));
      case 2 -> event.paidBy(account(ACCOUNTS));
      default -> event.stamped(Duration.ofHours(-1)).paidBy(account(ACCOUNTS));
    };
  }

  /** The events of these numbers. */
  public Stream<ChaosEvent> events(int count) {
    return IntStream.range(0, count).mapToObj(this::event);
  }

  /** The days on which events lie, in UTC. */
  public static List<LocalDate> days() {
    return FIRST_DAY.datesUntil(FIRST_DAY.plusDays(DAYS)).toList();
  }

  /** What every source account begins with. */
  public String accountPrefix() {
    return "chaos-" + label + "-";
  }

  /** What every source begins with. */
  public String sourcePrefix() {
    return "chaos:" + label + ":";
  }

  private String account(int number) {
    return accountPrefix() + number;
  }

  /** Mostly anywhere; one in eight on a midnight or just before it, where days and months meet. */
  private static Instant time(SplittableRandom chance) {
    Instant start = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    if (chance.nextInt(8) == 0) {
      Instant midnight = start.plus(Duration.ofDays(1 + chance.nextInt(DAYS - 1)));
      return chance.nextBoolean() ? midnight : midnight.minusNanos(1000);
    }
    return start.plusNanos(chance.nextLong(MICROS) * 1000);
  }

  private static SortedMap<String, BigDecimal> tokens(SplittableRandom chance) {
    SortedMap<String, BigDecimal> used = new TreeMap<>();
    used.put("requests", BigDecimal.ONE);
    used.put("input_tokens", BigDecimal.valueOf(1 + chance.nextInt(100_000)));
    used.put(
        "output_tokens",
        chance.nextBoolean()
            ? BigDecimal.valueOf(1 + chance.nextInt(4000))
            : BigDecimal.valueOf(1 + chance.nextInt(4_000_000), 3));
    return used;
  }

  private static SortedMap<String, BigDecimal> capacity(SplittableRandom chance) {
    SortedMap<String, BigDecimal> used = new TreeMap<>();
    used.put("gpu_hours", BigDecimal.valueOf(1 + chance.nextInt(1_000_000), 4));
    used.put("storage_gb_hours", BigDecimal.valueOf(1 + chance.nextLong(1_000_000_000L), 9));
    return used;
  }
}
