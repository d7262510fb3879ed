package io.ledgerline.local.service;

import io.ledgerline.local.process.ParentWatch;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs a packaged service inside the JVM of its package and ends it, in its orderly way, when the
 * launcher closes our standard input or dies. Started with the service's jar on the class path;
 * knows nothing else of it.
 */
public final class GuardedService {
  private GuardedService() {}

  /** Runs the main class that the first argument names, with the other arguments. */
  public static void main(String[] args) throws Throwable {
    ParentWatch.start(line -> {});
    String[] own = Arrays.copyOfRange(args, 1, args.length);
    try {
      Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) own);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
