package io.ledgerline.deploy.chart;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds fields that Kubernetes does not know. The typed model keeps them in a map of their own
 * instead of failing, so that a misspelt field would otherwise pass unseen.
 */
final class UnknownFields {
  private final List<String> found = new ArrayList<>();

  private UnknownFields() {}

  /** Paths of all unknown fields in {@code object} and below. */
  static List<String> of(Object object) {
    UnknownFields search = new UnknownFields();
    search.visit(object.getClass().getSimpleName(), object);
    return search.found;
  }

  private void visit(String path, Object value) {
    switch (value) {
      case null -> {}
      case Map<?, ?> map -> map.forEach((key, inner) -> visit(path + "." + key, inner));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          visit(path + "[" + i + "]", list.get(i));
        }
      }
      default -> {
        if (value.getClass().getName().startsWith("io.fabric8.")) {
          visitFields(path, value);
        }
      }
    }
  }

  private void visitFields(String path, Object bean) {
    for (Method method : bean.getClass().getMethods()) {
      if (method.getParameterCount() > 0 || !method.getName().startsWith("get")) {
        continue;
      }
      if (method.isAnnotationPresent(JsonAnyGetter.class)) {
        ((Map<?, ?>) read(bean, method)).keySet().forEach(key -> found.add(path + "." + key));
      } else {
        visit(path + "." + method.getName().substring("get".length()), read(bean, method));
      }
    }
  }

  private static Object read(Object bean, Method getter) {
    try {
      return getter.invoke(bean);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + getter, e);
    }
  }
}
