package io.ledgerline.report.book.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.book.Register;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the registers that writers read last, as long as there is memory to spare: entries never
 * change and are learnt one after the other, so that the next writer only reads what was learnt
 * since. Whoever keeps one has the tenant's book locked and has added nothing to it, so that it
 * holds what is committed and nothing else. Safe for any thread.
 */
final class RegisterMemory {
  private static final int MOST = 8;

  private final Map<Of, SoftReference<Register<?, ?>>> kept = new LinkedHashMap<>();

  /** The register that was kept last; null when there is none. */
  // What is kept under a kind's name has the types of the kind.
  @SuppressWarnings("unchecked")
  synchronized <K, V> Register<K, V> recall(TenantId tenant, BookKind<K, V> kind) {
    SoftReference<Register<?, ?>> reference = kept.get(new Of(tenant, kind.name()));
    return reference == null ? null : (Register<K, V>) reference.get();
  }

  synchronized <K, V> void keep(TenantId tenant, BookKind<K, V> kind, Register<K, V> register) {
    Of of = new Of(tenant, kind.name());
    // To the end, as the one used last.
    kept.remove(of);
    kept.put(of, new SoftReference<>(register));
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  private record Of(TenantId tenant, String kind) {}
}
