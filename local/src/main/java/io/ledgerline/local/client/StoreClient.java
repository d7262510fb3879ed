package io.ledgerline.local.client;

import io.ledgerline.local.parts.PartsDescription;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Reads and writes objects by the S3 API. Safe for several threads. */
public final class StoreClient implements AutoCloseable {
  private final S3Client client;

  /** A client of the store there. */
  public StoreClient(PartsDescription.S3 at) {
    client =
        S3Client.builder()
            .endpointOverride(URI.create(at.endpoint()))
            .region(Region.of(at.region()))
            .forcePathStyle(true)
            // The store leaves the last bytes of a body in chunks unread, and drops the connection.
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(at.accessKey(), at.secretKey())))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  /** The SDK's client itself, for what the methods below do not do. */
  public S3Client sdk() {
    return client;
  }

  /** Makes the bucket unless it is there. */
  public void createBucket(String bucket) {
    try {
      client.createBucket(b -> b.bucket(bucket));
    } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException expected) {
      // As wanted.
    }
  }

  /** Writes an object. */
  public void put(String bucket, String key, byte[] bytes) {
    client.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
  }

  /**
   * An object's bytes.
   *
   * @throws software.amazon.awssdk.services.s3.model.NoSuchKeyException when there is none
   */
  public byte[] get(String bucket, String key) {
    return client.getObjectAsBytes(b -> b.bucket(bucket).key(key)).asByteArray();
  }

  /** All keys below a prefix, sorted. */
  public List<String> keys(String bucket, String prefix) {
    return client.listObjectsV2Paginator(b -> b.bucket(bucket).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .sorted()
        .toList();
  }

  /** Removes an object; nothing happens where there is none. */
  public void delete(String bucket, String key) {
    client.deleteObject(b -> b.bucket(bucket).key(key));
  }

  @Override
  public void close() {
    client.close();
  }
}
