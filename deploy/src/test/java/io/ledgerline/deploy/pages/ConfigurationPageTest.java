package io.ledgerline.deploy.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.deploy.Page;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference of configuration keys says what the code says. */
class ConfigurationPageTest {
  private static final Map<String, Map<String, String>> SET_BY_SERVICE =
      Configuration.MODULES.stream()
          .collect(Collectors.toMap(module -> module, Configuration::properties));

  @Test
  void thePageListsEveryKeyOfTheServices() {
    StringBuilder page = new StringBuilder();
    for (ConfigGroup group : Configuration.groups()) {
      page.append(
          "\n### `%s`\n\n%s Read by %s.\n\n| key | holds | default | meaning |\n|---|---|---|---|\n"
              .formatted(group.prefix(), group.meaning(), readers(group.module())));
      for (ConfigKey key : group.keys()) {
        page.append(
            "| `%s` | %s | %s | %s |\n"
                .formatted(key.name(), key.type(), defaultOf(group, key), meaning(key)));
      }
    }
    Page.partIsUpToDate("docs/configuration.md", "keys", page + "\n");
  }

  @Test
  void everyKeyIsExplained() {
    assertThat(Configuration.groups())
        .isNotEmpty()
        .allSatisfy(
            group -> {
              assertThat(group.meaning()).as(group.prefix()).isNotEmpty();
              assertThat(group.keys())
                  .allSatisfy(key -> assertThat(key.meaning()).as(key.name()).isNotEmpty());
            });
  }

  private static String readers(String module) {
    return module.equals("platform") ? "every service" : module;
  }

  /** Without the sentence that repeats the default, which has a column of its own. */
  private static String meaning(ConfigKey key) {
    return key.defaultText() == null
        ? key.meaning()
        : key.meaning().replaceFirst("\\s*Default [^;]*\\.$", "");
  }

  private static String defaultOf(ConfigGroup group, ConfigKey key) {
    Map<String, String> set = new TreeMap<>();
    SET_BY_SERVICE.forEach(
        (module, properties) -> {
          if (properties.containsKey(key.name())) {
            set.put(module, properties.get(key.name()));
          }
        });
    String general = key.defaultText() == null ? null : "`" + key.defaultText() + "`";
    if (set.isEmpty()) {
      return Objects.requireNonNullElse(general, key.optional() ? "none" : "required");
    }
    String byService =
        set.entrySet().stream()
            .map(it -> "%s: `%s`".formatted(it.getKey(), it.getValue()))
            .collect(Collectors.joining("; "));
    return set.containsKey(group.module()) || general == null
        ? set.size() == 1 && set.containsKey(group.module())
            ? "`" + set.get(group.module()) + "`"
            : byService
        : general + "; " + byService;
  }
}
