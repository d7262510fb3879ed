package io.ledgerline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service's calls do for keys that see only a part of the tenant, as a table that stands in
 * {@code src/test/resources/scopes.txt}: whoever adds a call has to say there whether it {@code
 * keeps} the scope, shows {@code no-usage}, or is {@code refused}. Names annotations instead of
 * using them, as the test kit stands below the platform.
 */
public final class ScopeTable {
  private static final Path EXPECTED = Path.of("src/test/resources/scopes.txt");
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final String PATH = "jakarta.ws.rs.Path";

  private ScopeTable() {}

  /**
   * Fails unless the table of all resources stands as expected; with {@code
   * -Dledgerline.pages.refresh=true} it is written anew instead.
   *
   * @param anyClass a class of the service, whose classes are looked through
   */
  public static void isAsExpected(Class<?> anyClass) {
    String table = String.join("\n", lines(anyClass)) + "\n";
    try {
      if (Boolean.getBoolean("ledgerline.pages.refresh")) {
        Files.writeString(EXPECTED, table);
      }
      assertThat(Files.readString(EXPECTED))
          .as("%s: refresh it with -Dledgerline.pages.refresh=true and judge the change", EXPECTED)
          .isEqualTo(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line for each call: path, method, what it does; sorted. */
  static Set<String> lines(Class<?> anyClass) {
    return classes(anyClass)
        .filter(type -> !type.isInterface() && has(type, PATH))
        .flatMap(ScopeTable::linesOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> lines(Class<?> type, Method method) {
    String path = value(type) + (has(method, PATH) ? value(method) : "");
    return verbs(method).stream()
        .map(verb -> "%s %s %s".formatted(path.replaceAll("/+", "/"), verb, mark(type, method)));
  }

  private static Stream<String> linesOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods()).flatMap(method -> lines(type, method));
  }

  private static List<String> verbs(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getName())
        .filter(name -> name.startsWith("jakarta.ws.rs."))
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .filter(METHODS::contains)
        .toList();
  }

  private static String mark(Class<?> type, Method method) {
    boolean keeps = isMarked(type, method, "KeepsScope");
    boolean nothing = isMarked(type, method, "ShowsNoUsage");
    assertThat(keeps && nothing).as("%s is marked twice", method).isFalse();
    return keeps ? "keeps" : nothing ? "no-usage" : "refused";
  }

  private static boolean isMarked(Class<?> type, Method method, String mark) {
    String name = "io.ledgerline.platform.access." + mark;
    return has(type, name) || has(method, name);
  }

  private static boolean has(AnnotatedElement element, String annotation) {
    return Arrays.stream(element.getAnnotations()).anyMatch(it -> is(it, annotation));
  }

  private static boolean is(Annotation annotation, String name) {
    return annotation.annotationType().getName().equals(name);
  }

  private static String value(AnnotatedElement element) {
    Annotation path =
        Arrays.stream(element.getAnnotations())
            .filter(it -> is(it, PATH))
            .findFirst()
            .orElseThrow();
    try {
      return "/" + path.annotationType().getMethod("value").invoke(path);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Class<?>> classes(Class<?> anyClass) {
    try {
      Path root = Path.of(anyClass.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .filter(file -> file.toString().endsWith(".class"))
            .map(file -> root.relativize(file).toString())
            .filter(name -> name.startsWith("io/ledgerline/"))
            .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
            .toList()
            .stream()
            .map(ScopeTable::load);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
