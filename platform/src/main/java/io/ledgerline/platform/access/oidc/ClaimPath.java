package io.ledgerline.platform.access.oidc;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where in a token something stands: a claim's name, or a path of names with dots between them. A
 * claim of the whole name goes before the path, as names of claims may have dots.
 *
 * @param text as configured
 */
record ClaimPath(String text) {
  /** The value; empty when there is none. */
  Optional<Object> in(Map<String, Object> claims) {
    Object whole = claims.get(text);
    if (whole != null) {
      return Optional.of(whole);
    }
    Object at = claims;
    for (String name : text.split("\\.")) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return Optional.ofNullable(at);
  }

  /** The texts of a list, or of one text with spaces between; empty when there are none. */
  Set<String> textsIn(Map<String, Object> claims) {
    Set<String> texts = new LinkedHashSet<>();
    Object value = in(claims).orElse(null);
    if (value instanceof Collection<?> list) {
      list.stream().filter(String.class::isInstance).map(String.class::cast).forEach(texts::add);
    } else if (value instanceof String text) {
      Arrays.stream(text.strip().split("\\s+")).filter(t -> !t.isEmpty()).forEach(texts::add);
    }
    return texts;
  }
}
