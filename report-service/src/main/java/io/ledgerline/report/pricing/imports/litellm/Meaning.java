package io.ledgerline.report.pricing.imports.litellm;

import io.ledgerline.contracts.usage.MeterName;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What each cost field prices: the one table that says so for the whole map. */
final class Meaning {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final Map<String, Rule> RULES = new HashMap<>();

  static {
    tokens("input_cost_per_token", "input_tokens");
    tokens("output_cost_per_token", "output_tokens");
    tokens("cache_read_input_token_cost", "cache_read_tokens");
    tokens("input_cost_per_token_cache_hit", "cache_read_tokens");
    tokens("cache_creation_input_token_cost", "cache_write_tokens");
    tokens("output_cost_per_reasoning_token", "reasoning_tokens");
    tokens("input_cost_per_audio_token", "input_audio_tokens");
    tokens("output_cost_per_audio_token", "output_audio_tokens");
    tokens("cache_read_input_audio_token_cost", "cache_read_audio_tokens");
    tokens("cache_read_input_token_cost_per_audio_token", "cache_read_audio_tokens");
    tokens("cache_creation_input_audio_token_cost", "cache_write_audio_tokens");
    tokens("input_cost_per_image_token", "input_image_tokens");
    tokens("output_cost_per_image_token", "output_image_tokens");
    tokens("cache_read_input_image_token_cost", "cache_read_image_tokens");
    tokens("output_cost_per_video_token", "output_video_tokens");
    tokens("citation_cost_per_token", "citation_tokens");
    per("output_cost_per_image", "images", "image");
    per("input_cost_per_pixel", "pixels", "pixel");
    per("input_cost_per_character", "input_characters", "character");
    per("output_cost_per_character", "output_characters", "character");
    per("input_cost_per_audio_per_second", "input_audio_seconds", "second");
    per("input_cost_per_video_per_second", "input_video_seconds", "second");
    per("output_cost_per_video_per_second", "output_video_seconds", "second");
    per("input_cost_per_query", "queries", "query");
    per("input_cost_per_request", "requests", "request");
    per("ocr_cost_per_page", "pages", "page");
    per("annotation_cost_per_page", "annotation_pages", "page");
    per("ocr_cost_per_credit", "ocr_credits", "credit");
    per("code_interpreter_cost_per_session", "code_interpreter_sessions", "session");
    RULES.put(
        "computer_use_input_cost_per_1k_tokens",
        entry -> new Use("computer_use_input_tokens", "token", THOUSAND));
    RULES.put(
        "computer_use_output_cost_per_1k_tokens",
        entry -> new Use("computer_use_output_tokens", "token", THOUSAND));
    RULES.put(
        "file_search_cost_per_1k_calls", entry -> new Use("file_searches", "request", THOUSAND));
    RULES.put("file_search_cost_per_gb_per_day", entry -> new Left(Reason.PER_DAY));
    RULES.put("vector_store_cost_per_gb_per_day", entry -> new Left(Reason.PER_DAY));
    RULES.put("input_dbu_cost_per_token", entry -> new Left(Reason.OTHER_UNIT_OF_MONEY));
    RULES.put("output_dbu_cost_per_token", entry -> new Left(Reason.OTHER_UNIT_OF_MONEY));
    RULES.put("input_cost_per_image", Meaning::inputImages);
    RULES.put("output_cost_per_pixel", Meaning::outputPixels);
    RULES.put("input_cost_per_second", Meaning::inputSeconds);
    RULES.put("output_cost_per_second", Meaning::outputSeconds);
  }

  private Meaning() {}

  /** What {@code field} prices in {@code entry}. */
  static Finding of(CostField field, MapEntry entry) {
    Rule rule = RULES.get(field.base());
    return rule == null ? new Left(Reason.UNKNOWN_FIELD) : rule.of(entry);
  }

  /** What a price of searches is for. */
  static Use searches() {
    return new Use("web_searches", "query", ONE);
  }

  private static void tokens(String field, String meter) {
    per(field, meter, "token");
  }

  private static void per(String field, String meter, String unit) {
    Use use = new Use(meter, unit, ONE);
    RULES.put(field, entry -> use);
  }

  /** Images given to a model; those that it makes or embeds where the map knows no other field. */
  private static Finding inputImages(MapEntry entry) {
    boolean only =
        entry.isIn("embedding", "image_generation", "image_edit")
            && !entry.states("output_cost_per_image");
    return new Use(only ? "images" : "input_images", "image", ONE);
  }

  private static Finding outputPixels(MapEntry entry) {
    return entry.states("input_cost_per_pixel") && !entry.isAboveZero("output_cost_per_pixel")
        ? new Left(Reason.PRICED_BY_ANOTHER_FIELD)
        : new Use("pixels", "pixel", ONE);
  }

  /** The map prices a transcribed second once: by the output field when that is above 0. */
  private static Finding inputSeconds(MapEntry entry) {
    if (!entry.isIn("audio_transcription")) {
      return new Left(Reason.UNCLEAR_METER);
    }
    return entry.isAboveZero("output_cost_per_second")
        ? new Left(Reason.PRICED_BY_ANOTHER_FIELD)
        : new Use("input_audio_seconds", "second", ONE);
  }

  private static Finding outputSeconds(MapEntry entry) {
    if (entry.isIn("video_generation")) {
      return new Use("output_video_seconds", "second", ONE);
    }
    if (entry.isIn("audio_speech")) {
      return new Use("output_audio_seconds", "second", ONE);
    }
    if (!entry.isIn("audio_transcription")) {
      return new Left(Reason.UNCLEAR_METER);
    }
    return entry.isAboveZero("output_cost_per_second") || !entry.states("input_cost_per_second")
        ? new Use("input_audio_seconds", "second", ONE)
        : new Left(Reason.PRICED_BY_ANOTHER_FIELD);
  }

  /** How an entry decides. */
  @FunctionalInterface
  private interface Rule {
    Finding of(MapEntry entry);
  }

  /** What a field is found to be. */
  sealed interface Finding permits Use, Left {}

  /**
   * A price.
   *
   * @param meter what is counted
   * @param unit its unit
   * @param per how many of them the price buys
   */
  record Use(MeterName meter, String unit, BigDecimal per) implements Finding {
    Use(String meter, String unit, BigDecimal per) {
      this(new MeterName(meter), unit, per);
    }
  }

  /**
   * Left out.
   *
   * @param reason why
   */
  record Left(Reason reason) implements Finding {}
}
