package io.ledgerline.platform.objectstore;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import software.amazon.awssdk.checksums.SdkChecksum;
import software.amazon.awssdk.checksums.internal.ChecksumProvider;
import software.amazon.awssdk.checksums.spi.ChecksumAlgorithm;

/**
 * Native images link everything when they are built, so code that could use the SDK's optional
 * native library (the "common runtime", not among our libraries) has to be cut out of them. Nothing
 * calls it: the SDK looks for that library first, and computes checksums in Java without it.
 */
@TargetClass(ChecksumProvider.class)
final class ChecksumsWithoutCommonRuntime {
  private ChecksumsWithoutCommonRuntime() {}

  @Substitute
  static SdkChecksum createCrtCrc32C() {
    throw new UnsupportedOperationException("the SDK's common runtime");
  }

  @Substitute
  static SdkChecksum crc64NvmeCrtImplementation() {
    throw new UnsupportedOperationException("the SDK's common runtime");
  }

  @Substitute
  static SdkChecksum crtXxHash(ChecksumAlgorithm algorithm) {
    throw new UnsupportedOperationException("the SDK's common runtime");
  }
}
