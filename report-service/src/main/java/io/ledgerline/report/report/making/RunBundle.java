package io.ledgerline.report.report.making;

import io.ledgerline.report.artifact.Artifact;
import io.ledgerline.report.reconciliation.Reconciliation;
import io.ledgerline.report.report.ReportFiles;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunMarks;
import io.ledgerline.report.report.bundle.Bundle;
import io.ledgerline.report.report.bundle.Manifest;
import io.ledgerline.report.report.bundle.store.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts a run's files into its signed bundle. Blocking. */
@ApplicationScoped
class RunBundle {
  private final SigningKeys keys;
  private final String generator;

  RunBundle(
      SigningKeys keys,
      @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown")
          String version) {
    this.keys = keys;
    this.generator = "ledgerline report-service " + version;
  }

  /**
   * Writes the bundle.
   *
   * @param folder where it is written
   * @param files the run's files
   * @param stored the same files, as they were stored
   */
  ReportFiles.File write(
      Path folder,
      ReportRun run,
      RunMarks marks,
      boolean provisional,
      ReportFiles files,
      List<Artifact> stored,
      Reconciliation reconciliation)
      throws IOException {
    Manifest manifest =
        new Manifest(
            generator,
            run,
            marks,
            provisional,
            files.totals(),
            reconciliation,
            stored.stream()
                .map(a -> new Manifest.Entry(a.name(), a.mediaType(), a.size(), a.sha256()))
                .toList());
    String name = "ledgerline-%s-%s.zip".formatted(run.request().kind(), run.id());
    Path path = folder.resolve(name);
    Bundle.write(path, manifest, keys.current(), files.files());
    return new ReportFiles.File(path, name, Bundle.MEDIA_TYPE);
  }
}
