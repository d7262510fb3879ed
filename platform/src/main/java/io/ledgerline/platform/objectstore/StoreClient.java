package io.ledgerline.platform.objectstore;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Builds the SDK's client from {@link ObjectStoreConfig}. */
@Singleton
class StoreClient {
  @Produces
  @Singleton
  S3Client client(ObjectStoreConfig config) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(config.region()))
            .forcePathStyle(config.pathStyle())
            // In chunks, a body ends with bytes that some servers leave unread: they drop the
            // connection then, and the next write on it is lost.
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            // Newer checksums travel as trailers, which not every compatible store understands.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .credentialsProvider(credentials(config))
            .overrideConfiguration(o -> o.apiCallTimeout(config.callTimeout()))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(config.connectTimeout())
                    .socketTimeout(config.readTimeout()));
    config.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  void close(@Disposes S3Client client) {
    client.close();
  }

  private static AwsCredentialsProvider credentials(ObjectStoreConfig config) {
    if (config.accessKey().isPresent() && config.secretKey().isPresent()) {
      return StaticCredentialsProvider.create(
          AwsBasicCredentials.create(config.accessKey().get(), config.secretKey().get()));
    }
    return DefaultCredentialsProvider.builder().build();
  }
}
