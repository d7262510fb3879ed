package io.ledgerline.platform.objectstore;

import io.ledgerline.platform.objectstore.ObjectStoreException.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The object store, reactive at its face: calls run on virtual threads and come back to the
 * caller's Vert.x context. Every method fails with {@link ObjectStoreException}.
 */
@ApplicationScoped
public class ObjectStore {
  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final OffLoop offLoop = new OffLoop();

  ObjectStore(S3Client s3) {
    this.s3 = s3;
  }

  /** Writes bytes; an object of that name is replaced. */
  public Uni<StoredObject> put(ObjectAddress address, byte[] body, String mediaType) {
    return offLoop.call(
        address,
        () -> {
          s3.putObject(write(address, mediaType), RequestBody.fromBytes(body));
          return new StoredObject(address, body.length, Sha256.of(body));
        });
  }

  /**
   * Writes a file, which must not change meanwhile; an object of that name is replaced. A large one
   * goes in parts: no call takes long, and the object is there when all parts are.
   */
  public Uni<StoredObject> put(ObjectAddress address, Path file, String mediaType) {
    return offLoop.call(
        address,
        () -> {
          String sha256 = Sha256.of(file);
          long size = Files.size(file);
          if (size <= PartedUpload.PART) {
            s3.putObject(write(address, mediaType), RequestBody.fromFile(file));
          } else {
            new PartedUpload(s3, address, mediaType).put(file, size);
          }
          return new StoredObject(address, size, sha256);
        });
  }

  /**
   * Reads a whole object; fails with {@code TOO_LARGE}, and reads nothing, above {@code maxBytes}.
   */
  public Uni<byte[]> get(ObjectAddress address, int maxBytes) {
    return read(
        address,
        (head, body) -> {
          byte[] bytes = body.readNBytes(maxBytes);
          if (head.size() > maxBytes || body.read() >= 0) {
            throw new ObjectStoreException(
                Reason.TOO_LARGE, "%s has more than %d bytes".formatted(address, maxBytes), null);
          }
          return bytes;
        });
  }

  /**
   * Reads an object as a stream with a reader that may block. What the reader throws passes
   * through, except that an {@code IOException} counts as the store's unless the reader turns it
   * into something else.
   */
  public <T> Uni<T> read(ObjectAddress address, BodyReader<T> reader) {
    return offLoop.call(
        address,
        () -> {
          ResponseInputStream<GetObjectResponse> body = s3.getObject(readOf(address));
          try (body) {
            return reader.read(head(address, body.response()), body);
          } finally {
            // Closing would read a half-read body to its end.
            body.abort();
          }
        });
  }

  /**
   * Opens an object; blocks, so only for worker and virtual threads. The caller closes the stream.
   */
  public InputStream open(ObjectAddress address) {
    return OffLoop.outcome(address, () -> s3.getObject(readOf(address)));
  }

  /** Looks at an object; empty when there is none. */
  public Uni<Optional<ObjectHead>> head(ObjectAddress address) {
    return offLoop.call(
        address,
        () -> {
          try {
            return Optional.of(
                head(address, s3.headObject(r -> r.bucket(address.bucket()).key(address.key()))));
          } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND && !(e instanceof NoSuchBucketException)) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  /** Lists one page of a bucket. */
  public Uni<ObjectPage> list(ListRequest request) {
    return offLoop.call(
        "bucket " + request.bucket(), () -> page(request, s3.listObjectsV2(listOf(request))));
  }

  /** Removes an object; nothing happens when there is none. */
  public Uni<Void> delete(ObjectAddress address) {
    return offLoop
        .call(address, () -> s3.deleteObject(r -> r.bucket(address.bucket()).key(address.key())))
        .replaceWithVoid();
  }

  /** Makes a bucket unless it is there. */
  public Uni<Void> ensureBucket(String bucket) {
    return hasBucket(bucket)
        .chain(
            there ->
                there
                    ? Uni.createFrom().voidItem()
                    : offLoop
                        .call("bucket " + bucket, () -> s3.createBucket(r -> r.bucket(bucket)))
                        .replaceWithVoid());
  }

  /** Whether a bucket is there. */
  public Uni<Boolean> hasBucket(String bucket) {
    return offLoop.call(
        "bucket " + bucket,
        () -> {
          try {
            s3.headBucket(r -> r.bucket(bucket));
            return true;
          } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
              return false;
            }
            throw e;
          }
        });
  }

  @PreDestroy
  void stop() {
    offLoop.close();
  }

  private static PutObjectRequest write(ObjectAddress address, String mediaType) {
    return PutObjectRequest.builder()
        .bucket(address.bucket())
        .key(address.key())
        .contentType(mediaType)
        .build();
  }

  private static GetObjectRequest readOf(ObjectAddress address) {
    return GetObjectRequest.builder().bucket(address.bucket()).key(address.key()).build();
  }

  private static ListObjectsV2Request listOf(ListRequest request) {
    return ListObjectsV2Request.builder()
        .bucket(request.bucket())
        .prefix(request.prefix().isEmpty() ? null : request.prefix())
        .startAfter(request.continuation() == null ? request.startAfter() : null)
        .continuationToken(request.continuation())
        .maxKeys(request.limit())
        .build();
  }

  private static ObjectHead head(ObjectAddress address, GetObjectResponse response) {
    return new ObjectHead(
        address, response.contentLength(), bare(response.eTag()), response.lastModified());
  }

  private static ObjectHead head(ObjectAddress address, HeadObjectResponse response) {
    return new ObjectHead(
        address, response.contentLength(), bare(response.eTag()), response.lastModified());
  }

  private static ObjectPage page(ListRequest request, ListObjectsV2Response response) {
    return new ObjectPage(
        response.contents().stream()
            .map(
                o ->
                    new ObjectHead(
                        new ObjectAddress(request.bucket(), o.key()),
                        o.size(),
                        bare(o.eTag()),
                        o.lastModified()))
            .toList(),
        Boolean.TRUE.equals(response.isTruncated()) ? response.nextContinuationToken() : null);
  }

  private static String bare(String eTag) {
    return eTag == null ? "" : eTag.replace("\"", "");
  }
}
