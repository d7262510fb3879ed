package io.ledgerline.local.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3-compatible object store over a folder: a bucket is a folder, an object a file. */
public final class StoreServer implements AutoCloseable {
  /** The region that clients sign for. */
  public static final String REGION = "us-east-1";

  private static final int THREADS = 24;

  private final S3Proxy server;

  private StoreServer(S3Proxy server) {
    this.server = server;
  }

  /**
   * Starts the store.
   *
   * @param folder where buckets are kept
   * @param accessKey the one access key it accepts (signature version 4)
   * @param secretKey its secret
   * @param buckets made where they are missing
   * @throws IOException when it does not start
   */
  public static StoreServer start(
      Path folder, int port, String accessKey, String secretKey, List<String> buckets)
      throws IOException {
    for (String bucket : buckets) {
      Files.createDirectories(folder.resolve(bucket));
    }
    S3Proxy server =
        S3Proxy.builder()
            .endpoint(URI.create(endpoint(port)))
            .blobStore(new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()))
            .awsAuthentication(AuthenticationType.AWS_V4, accessKey, secretKey)
            .ignoreUnknownHeaders(true)
            .jettyMaxThreads(THREADS)
            .build();
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("The object store did not start on port " + port, e);
    }
    return new StoreServer(server);
  }

  /** Where clients reach a store on the port. */
  public static String endpoint(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** Stops the store. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The object store did not stop", e);
    }
  }
}
