package io.ledgerline.platform.objectstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Writes a file in parts. Stores take 5 GiB at most in one call, and some that run beside us only
 * some tens of MiB. What was sent of an upload that fails is dropped. Blocking.
 */
record PartedUpload(S3Client s3, ObjectAddress address, String mediaType) {
  /** Bytes of a part. */
  static final long PART = 16L << 20;

  /** Most parts that a store takes. */
  private static final long MOST_PARTS = 10_000;

  void put(Path file, long size) {
    String upload =
        s3.createMultipartUpload(
                r -> r.bucket(address.bucket()).key(address.key()).contentType(mediaType))
            .uploadId();
    try {
      List<CompletedPart> parts = parts(file, size, upload);
      s3.completeMultipartUpload(
          r ->
              r.bucket(address.bucket())
                  .key(address.key())
                  .uploadId(upload)
                  .multipartUpload(m -> m.parts(parts)));
    } catch (RuntimeException e) {
      drop(upload, e);
      throw e;
    }
  }

  /** The size of each part but the last. */
  static long partSize(long size) {
    return Math.max(PART, (size + MOST_PARTS - 1) / MOST_PARTS);
  }

  private List<CompletedPart> parts(Path file, long size, String upload) {
    List<CompletedPart> parts = new ArrayList<>();
    long partSize = partSize(size);
    for (long from = 0; from < size; from += partSize) {
      int number = parts.size() + 1;
      long length = Math.min(partSize, size - from);
      String eTag =
          s3.uploadPart(
                  r ->
                      r.bucket(address.bucket())
                          .key(address.key())
                          .uploadId(upload)
                          .partNumber(number),
                  RequestBody.fromContentProvider(
                      piece(file, from, length), length, "application/octet-stream"))
              .eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(eTag).build());
    }
    return parts;
  }

  private void drop(String upload, RuntimeException why) {
    try {
      s3.abortMultipartUpload(r -> r.bucket(address.bucket()).key(address.key()).uploadId(upload));
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  /** A part of a file, as often as it is asked for: calls are repeated, and read it to sign it. */
  private static ContentStreamProvider piece(Path file, long from, long length) {
    return () -> {
      try {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(from);
        return new Piece(Channels.newInputStream(channel), length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** Ends after so many bytes. */
  private static final class Piece extends InputStream {
    private final InputStream in;
    private long left;

    Piece(InputStream in, long length) {
      this.in = in;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      int one = left > 0 ? in.read() : -1;
      left -= one >= 0 ? 1 : 0;
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = left > 0 ? in.read(bytes, offset, (int) Math.min(length, left)) : -1;
      left -= Math.max(0, count);
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
