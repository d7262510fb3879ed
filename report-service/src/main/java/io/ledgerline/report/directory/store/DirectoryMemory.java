package io.ledgerline.report.directory.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.directory.DirectoryBook;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the directories that were read last, as long as there is memory to spare, by what was the
 * newest in them: the same newest is the same directory. Safe for any thread.
 */
final class DirectoryMemory {
  private static final int MOST = 8;

  private final Map<Of, SoftReference<DirectoryBook>> kept = new LinkedHashMap<>();

  /** What was kept; null when there is none. */
  synchronized DirectoryBook recall(TenantId tenant, List<Object> newest) {
    SoftReference<DirectoryBook> reference = kept.get(new Of(tenant, newest));
    return reference == null ? null : reference.get();
  }

  synchronized void keep(TenantId tenant, List<Object> newest, DirectoryBook book) {
    Of of = new Of(tenant, newest);
    // To the end, as the one used last.
    kept.remove(of);
    kept.put(of, new SoftReference<>(book));
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  private record Of(TenantId tenant, List<Object> newest) {}
}
