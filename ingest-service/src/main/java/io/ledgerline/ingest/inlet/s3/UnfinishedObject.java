package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.platform.objectstore.ObjectHead;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Stores over a file system show an object while it is being written, under its name with a UUID
 * behind it. Such a name is left for a while: what it stands for either gets its own name soon, or
 * really is called so. Pure.
 */
final class UnfinishedObject {
  private static final Duration LONGEST_WRITE = Duration.ofMinutes(1);

  private static final Pattern NAME =
      Pattern.compile(".*-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private UnfinishedObject() {}

  /** Whether an object looks as if it were still being written. */
  static boolean is(ObjectHead head, Instant now) {
    return NAME.matcher(head.address().key()).matches()
        && head.lastModified() != null
        && head.lastModified().isAfter(now.minus(LONGEST_WRITE));
  }
}
