package io.ledgerline.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * How every service reads and writes JSON: decimals stay decimals and are written plain, times are
 * ISO texts, unknown fields do no harm, a field given twice is an error (which of the two was
 * meant?), and so is a fraction where a whole number belongs: nothing is cut off in silence.
 */
public final class JsonSettings {
  /** Deep enough for any event; keeps a hostile body from eating the stack. */
  private static final int MAX_DEPTH = 100;

  private JsonSettings() {}

  /** Applies the settings to a mapper and returns it. */
  public static ObjectMapper apply(ObjectMapper mapper) {
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
    return mapper
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);
  }

  /** Makes a mapper with these settings, for use outside of a Quarkus application. */
  public static ObjectMapper newMapper() {
    return apply(
        new ObjectMapper().registerModule(new JavaTimeModule()).registerModule(new Jdk8Module()));
  }
}
