package io.ledgerline.testkit;

import io.ledgerline.local.client.StoreClient;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/** Reads and writes objects of this test JVM's store. */
public final class S3Probe implements AutoCloseable {
  private final StoreClient client;

  private S3Probe(StoreClient client) {
    this.client = client;
  }

  /** A probe on this test JVM's store. */
  public static S3Probe connect() {
    return new S3Probe(new StoreClient(SuiteParts.get().description().s3()));
  }

  /** The SDK's client itself, for what the methods below do not do. */
  public S3Client client() {
    return client.sdk();
  }

  /** Makes the bucket unless it is there. */
  public void createBucket(String bucket) {
    client.createBucket(bucket);
  }

  /** Writes an object. */
  public void put(String bucket, String key, byte[] bytes) {
    client.put(bucket, key, bytes);
  }

  /** An object's bytes. */
  public byte[] get(String bucket, String key) {
    return client.get(bucket, key);
  }

  /** All keys below a prefix, sorted. */
  public List<String> keys(String bucket, String prefix) {
    return client.keys(bucket, prefix);
  }

  /** Removes an object; nothing happens where there is none. */
  public void delete(String bucket, String key) {
    client.delete(bucket, key);
  }

  @Override
  public void close() {
    client.close();
  }
}
