package io.ledgerline.deploy.pages;

import io.ledgerline.deploy.SourceTree;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The configuration of all services, as their source says it. */
public final class Configuration {
  /** Modules with configuration, in the order of the page. */
  static final List<String> MODULES =
      List.of("platform", "ingest-service", "report-service", "notify-service");

  private static final Pattern OWN_KEY = Pattern.compile("ledgerline\\.[a-z0-9.-]*[a-z0-9]");

  private Configuration() {}

  /** Every mapping interface, by module and prefix. */
  static List<ConfigGroup> groups() {
    List<ConfigGroup> groups = new ArrayList<>();
    for (String module : MODULES) {
      javaFiles(module)
          .filter(file -> SourceTree.read(file).contains("@ConfigMapping"))
          .flatMap(file -> read(module, file).stream())
          .sorted(Comparator.comparing(ConfigGroup::prefix))
          .forEach(groups::add);
    }
    return groups;
  }

  /** What a module sets for the normal run, not for tests or development. */
  public static Map<String, String> properties(String module) {
    Map<String, String> found = new TreeMap<>();
    for (String file :
        List.of("META-INF/microprofile-config.properties", "application.properties")) {
      Path path = SourceTree.ROOT.resolve(module).resolve("src/main/resources").resolve(file);
      if (Files.exists(path)) {
        load(path).forEach((name, value) -> found.put(name.toString(), value.toString()));
      }
    }
    found.keySet().removeIf(name -> name.startsWith("%"));
    return found;
  }

  private static Properties load(Path file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(SourceTree.read(file)));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of own keys that are set or read in application.properties, beside the mappings. */
  static Set<String> plainKeys() {
    Set<String> keys = new TreeSet<>();
    for (String module : MODULES) {
      properties(module)
          .forEach(
              (name, value) ->
                  OWN_KEY
                      .matcher(name + " " + value)
                      .results()
                      .forEach(match -> keys.add(match.group())));
    }
    return keys;
  }

  /** Whether any service reads the key that this environment variable sets. */
  public static boolean knows(String variable) {
    return groups().stream()
            .flatMap(group -> group.keys().stream())
            .anyMatch(key -> key.isSetBy(variable))
        || plainKeys().stream()
            .map(name -> new ConfigKey(name, "", true, null, ""))
            .anyMatch(key -> key.isSetBy(variable));
  }

  private static List<ConfigGroup> read(String module, Path file) {
    return new MappingReader(
            name ->
                Optional.of(file.resolveSibling(name + ".java"))
                    .filter(Files::exists)
                    .map(SourceTree::read))
        .read(module, SourceTree.read(file));
  }

  private static Stream<Path> javaFiles(String module) {
    Path root = SourceTree.ROOT.resolve(module).resolve("src/main/java");
    if (!Files.isDirectory(root)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
