package io.ledgerline.platform.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartedUploadTest {
  @Test
  void partsGrowWhereThereWouldBeTooMany() {
    assertThat(PartedUpload.partSize(1)).isEqualTo(PartedUpload.PART);
    assertThat(PartedUpload.partSize(10_000 * PartedUpload.PART)).isEqualTo(PartedUpload.PART);
    assertThat(PartedUpload.partSize(10_000 * PartedUpload.PART + 1))
        .isEqualTo(PartedUpload.PART + 1);
  }
}
