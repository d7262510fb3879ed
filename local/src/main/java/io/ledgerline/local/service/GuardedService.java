package io.ledgerline.local.service;

import io.ledgerline.local.process.ParentWatch;
import java.lang.reflect.InvocationTargetException;

/**
 * Runs a packaged service inside the JVM of its package and ends it, in its orderly way, when the
 * launcher closes our standard input or dies. Started with the service's {@code quarkus-run.jar} on
 * the class path; knows nothing else of it.
 */
public final class GuardedService {
  private static final String ENTRY = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

  private GuardedService() {}

  /** Runs the service with the same arguments. */
  public static void main(String[] args) throws Throwable {
    ParentWatch.start(line -> {});
    try {
      Class.forName(ENTRY).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
