package io.ledgerline.notify.channel.s3;

import io.ledgerline.contracts.message.ArtifactRef;
import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.notify.artifact.ArtifactFile;
import io.ledgerline.notify.artifact.Artifacts;
import io.ledgerline.notify.channel.Channel;
import io.ledgerline.notify.channel.ChannelInfo;
import io.ledgerline.notify.channel.Receipt;
import io.ledgerline.notify.channel.SendException;
import io.ledgerline.notify.channel.Shipment;
import io.ledgerline.platform.objectstore.ObjectAddress;
import io.ledgerline.platform.objectstore.ObjectHead;
import io.ledgerline.platform.objectstore.ObjectStore;
import io.ledgerline.platform.objectstore.ObjectStoreConfig;
import io.ledgerline.platform.objectstore.ObjectStoreException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Each artifact as an object of the target's bucket. Keys follow from the report, so that a repeat
 * writes the same bytes to the same place.
 */
@ApplicationScoped
public class S3Channel implements Channel {
  private final ObjectStore store;
  private final Artifacts artifacts;
  private final S3Config config;
  private final ObjectStoreConfig storeConfig;

  S3Channel(
      ObjectStore store, Artifacts artifacts, S3Config config, ObjectStoreConfig storeConfig) {
    this.store = store;
    this.artifacts = artifacts;
    this.config = config;
    this.storeConfig = storeConfig;
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public Uni<Receipt> send(Shipment shipment) {
    DeliveryTarget.S3 target = (DeliveryTarget.S3) shipment.target();
    return artifacts.with(
        shipment.report().tenant(),
        shipment.report().artifacts(),
        files ->
            bucketOf(target)
                .chain(() -> uploadAll(target, shipment.report().kind(), files))
                .onFailure(ObjectStoreException.class)
                .transform(S3Channel::translate));
  }

  @Override
  public ChannelInfo info() {
    return new ChannelInfo(
        name(),
        new TreeMap<>(
            Map.of(
                "endpoint", storeConfig.endpoint().map(URI::toString).orElse("Amazon S3"),
                "region", storeConfig.region(),
                "createBucket", Boolean.toString(config.createBucket()))),
        new TreeMap<>());
  }

  private Uni<Void> bucketOf(DeliveryTarget.S3 target) {
    return config.createBucket()
        ? store.ensureBucket(target.bucket())
        : Uni.createFrom().voidItem();
  }

  private Uni<Receipt> uploadAll(DeliveryTarget.S3 target, String kind, List<ArtifactFile> files) {
    return Multi.createFrom()
        .iterable(files)
        .onItem()
        .transformToUniAndConcatenate(
            file ->
                upload(
                    new ObjectAddress(
                        target.bucket(), ObjectKeys.of(target, kind, file.artifact().name())),
                    file))
        .collect()
        .asList()
        .map(Receipt.Objects::new);
  }

  private Uni<Receipt.StoredFile> upload(ObjectAddress address, ArtifactFile file) {
    return store
        .put(address, file.path(), file.artifact().mediaType())
        .chain(written -> store.head(address))
        .map(
            found ->
                found
                    .filter(head -> head.size() == file.artifact().size())
                    .map(head -> stored(head, file.artifact()))
                    .orElseThrow(
                        () ->
                            new SendException(
                                false, "The store does not hold all of " + address, null)));
  }

  private static Receipt.StoredFile stored(ObjectHead head, ArtifactRef artifact) {
    return new Receipt.StoredFile(
        head.address().bucket(), head.address().key(), head.eTag(), head.size(), artifact.sha256());
  }

  private static SendException translate(Throwable failure) {
    ObjectStoreException cause = (ObjectStoreException) failure;
    return new SendException(!cause.reason().isWorthRetrying(), cause.getMessage(), cause);
  }
}
