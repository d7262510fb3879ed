package io.ledgerline.notify.artifact;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.ArtifactRef;
import io.ledgerline.platform.access.ServiceCredential;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.AsyncFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Fetches artifacts into temporary files, in constant memory whatever their size, and gives them
 * out only when size and SHA-256 are what the run announced.
 */
@ApplicationScoped
public class Artifacts {
  private static final String OWNER_ONLY = "rw-------";

  private final ArtifactApi reportService;
  private final Vertx vertx;
  private final long maxBytes;
  private final ReportServiceConfig config;

  Artifacts(@RestClient ArtifactApi reportService, Vertx vertx, ReportServiceConfig config) {
    this.reportService = reportService;
    this.vertx = vertx;
    this.config = config;
    this.maxBytes = config.maxArtifactSize().asLongValue();
  }

  /**
   * Calls {@code work} with all artifacts, checked, in order; the files are gone when it has ended.
   *
   * @param tenant whose artifacts they are
   * @return what the work returns; a failure with {@link ArtifactUnavailableException} when an
   *     artifact cannot be had, before the work has begun
   */
  public <T> Uni<T> with(
      TenantId tenant, List<ArtifactRef> artifacts, Function<List<ArtifactFile>, Uni<T>> work) {
    List<ArtifactFile> files = new ArrayList<>();
    return Multi.createFrom()
        .iterable(artifacts)
        .onItem()
        .transformToUniAndConcatenate(artifact -> fetch(tenant, artifact, files))
        .collect()
        .asList()
        .chain(work::apply)
        .onTermination()
        .call(() -> remove(files));
  }

  private Uni<ArtifactFile> fetch(TenantId tenant, ArtifactRef artifact, List<ArtifactFile> files) {
    if (artifact.size() > maxBytes) {
      return Uni.createFrom()
          .failure(
              ArtifactUnavailableException.forGood(
                  "Artifact %s has %d bytes; ledgerline.report.max-artifact-size allows %d."
                      .formatted(artifact.id(), artifact.size(), maxBytes),
                  null));
    }
    return vertx
        .fileSystem()
        .createTempFile("ledgerline-", ".artifact", OWNER_ONLY)
        .map(path -> new ArtifactFile(artifact, Path.of(path)))
        .invoke(files::add)
        .call(file -> fill(tenant, file))
        .onFailure()
        .transform(failure -> ArtifactFailures.translate(artifact, failure));
  }

  private Uni<Void> fill(TenantId tenant, ArtifactFile file) {
    ArrivalCheck check = new ArrivalCheck(file.artifact());
    return vertx
        .fileSystem()
        .open(file.path().toString(), new OpenOptions())
        .chain(open -> download(tenant, file.artifact(), check, open).eventually(open::close))
        .invoke(check::complete);
  }

  private Uni<Void> download(
      TenantId tenant, ArtifactRef artifact, ArrivalCheck check, AsyncFile file) {
    String authorization =
        config.apiKey().map(key -> ServiceCredential.bearer(key, tenant)).orElse(null);
    return reportService
        .content(authorization, artifact.id())
        .onItem()
        .transformToUniAndConcatenate(piece -> file.write(Buffer.buffer(check.take(piece))))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> remove(List<ArtifactFile> files) {
    return Multi.createFrom()
        .iterable(files)
        .onItem()
        .transformToUniAndConcatenate(
            file ->
                vertx
                    .fileSystem()
                    .delete(file.path().toString())
                    .onFailure()
                    .recoverWithNull()
                    .replaceWithVoid())
        .collect()
        .last()
        .replaceWithVoid();
  }
}
