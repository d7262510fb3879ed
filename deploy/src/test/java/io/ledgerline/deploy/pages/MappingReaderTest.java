package io.ledgerline.deploy.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MappingReaderTest {
  private static final String SOURCE =
      """
      /** Where  things
       * are. */
      @ConfigMapping(prefix = "ledgerline.thing")
      public interface ThingConfig {
        /** Its {@code host}. Default {@code localhost}. */
        @WithDefault("localhost")
        String host();

        /** Takes {@link java.time.Duration#ZERO} or <em>more</em>. */
        Optional<Duration> readTimeout();

        @WithName("max")
        int maxCount();

        Set<String> roles();

        /** Groups by name. */
        Map<String, Place> places();

        List<Near> nears();

        Optional<Near> closest();

        Far away();

        @WithParentName
        Near here();

        Map<String, String> labels();

        default String twice() { return host() + host(); }

        interface Place {
          /** Its bucket. */
          String bucket();
        }

        interface Near {
          boolean sure();
        }
      }
      """;

  private final MappingReader reader =
      new MappingReader(
          name ->
              name.equals("Far")
                  ? Optional.of("interface Far { @WithDefault(\"7\") OptionalInt steps(); }")
                  : Optional.empty());

  @Test
  void everyKindOfMemberGivesItsKeys() {
    assertThat(reader.read("platform", SOURCE))
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.prefix()).isEqualTo("ledgerline.thing");
              assertThat(group.meaning()).isEqualTo("Where things are.");
            })
        .extracting(ConfigGroup::keys)
        .isEqualTo(
            List.of(
                key("host", "text", false, "localhost", "Its `host`. Default `localhost`."),
                key("read-timeout", "duration", true, null, "Takes `ZERO` or more."),
                key("max", "whole number", false, null, ""),
                key("roles", "list of text", false, null, ""),
                key("places.<place>.bucket", "text", false, null, "Its bucket."),
                key("nears[<index>].sure", "true or false", false, null, ""),
                key("closest.sure", "true or false", false, null, ""),
                key("away.steps", "whole number", true, "7", ""),
                key("sure", "true or false", false, null, ""),
                key("labels.<label>", "text", true, null, "")));
  }

  @Test
  void aFileWithoutAMappingHasNoKeys() {
    assertThat(reader.read("platform", "interface Other { String name(); }")).isEmpty();
  }

  @Test
  void aFileThatIsNoJavaIsSaidToBeSo() {
    assertThatThrownBy(() -> reader.read("platform", "interface {"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anEnvironmentVariableSetsTheKeyWhoseNameItSpells() {
    ConfigKey map = key("places.<place>.bucket", "text", false, null, "");

    assertThat(map.isSetBy("LEDGERLINE_THING_PLACES__LOGS__BUCKET")).isTrue();
    assertThat(map.isSetBy("LEDGERLINE_THING_PLACES_LOGS_BUCKET")).isTrue();
    assertThat(map.isSetBy("LEDGERLINE_THING_PLACES_BUCKET")).isFalse();
    assertThat(key("read-timeout", "", true, null, "").isSetBy("LEDGERLINE_THING_READ_TIMEOUT"))
        .isTrue();
    assertThat(key("read-timeout", "", true, null, "").isSetBy("LEDGERLINE_THING_READTIMEOUT"))
        .isFalse();
  }

  private static ConfigKey key(
      String name, String type, boolean optional, String defaultText, String meaning) {
    return new ConfigKey("ledgerline.thing." + name, type, optional, defaultText, meaning);
  }
}
