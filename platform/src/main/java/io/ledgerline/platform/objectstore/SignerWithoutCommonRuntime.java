package io.ledgerline.platform.objectstore;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.auth.aws.crt.internal.signer.DefaultAwsCrtV4aHttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Cuts the multi-region signature out of native images, for the reason given in {@link
 * ChecksumsWithoutCommonRuntime}: it needs the SDK's common runtime. Buckets are signed for one
 * region, in Java.
 */
@TargetClass(DefaultAwsCrtV4aHttpSigner.class)
final class SignerWithoutCommonRuntime {
  private SignerWithoutCommonRuntime() {}

  @Substitute
  public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
    throw new UnsupportedOperationException("the SDK's common runtime");
  }

  @Substitute
  public CompletableFuture<AsyncSignedRequest> signAsync(
      AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
    throw new UnsupportedOperationException("the SDK's common runtime");
  }
}
