package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.contracts.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The configured locations, checked at the start. */
@ApplicationScoped
class Locations {
  private final List<Location> all;

  Locations(S3InletConfig config) {
    this.all =
        config.enabled()
            ? config.locations().entrySet().stream()
                .map(
                    entry ->
                        new Location(
                            entry.getKey(),
                            entry.getValue().bucket(),
                            entry.getValue().prefix().orElse(""),
                            new TenantId(entry.getValue().tenant())))
                .toList()
            : List.of();
  }

  /** All of them; none when the inlet is switched off. */
  List<Location> all() {
    return all;
  }

  /** Whether bodies may be read from a bucket: only from those that logs come from. */
  boolean hasBucket(String bucket) {
    return all.stream().anyMatch(location -> location.bucket().equals(bucket));
  }
}
