package io.ledgerline.platform.objectstore;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import software.amazon.awssdk.http.auth.aws.crt.internal.signer.DefaultAwsCrtV4aHttpSigner;
import software.amazon.awssdk.http.auth.aws.internal.signer.util.OptionalDependencyLoaderUtil;

/**
 * Cuts the multi-region signature out of native images, for the reason given in {@link
 * ChecksumsWithoutCommonRuntime}: it needs the SDK's common runtime. Requests are signed for one
 * region, in Java.
 */
@TargetClass(OptionalDependencyLoaderUtil.class)
final class SignerWithoutCommonRuntime {
  private SignerWithoutCommonRuntime() {}

  @Substitute
  public static DefaultAwsCrtV4aHttpSigner getDefaultAwsCrtV4aHttpSigner() {
    throw new UnsupportedOperationException("the SDK's common runtime");
  }
}
