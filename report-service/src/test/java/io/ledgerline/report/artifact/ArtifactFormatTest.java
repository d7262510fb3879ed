package io.ledgerline.report.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.report.bundle.Bundle;
import io.ledgerline.report.report.sheet.SheetFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArtifactFormatTest {
  @ParameterizedTest
  @EnumSource(SheetFormat.class)
  void everyFormatOfAReportIsToldByItsContentType(SheetFormat format) {
    assertThat(ArtifactFormat.wireOf(format.mediaType())).isEqualTo(format.wire());
    assertThat(ArtifactFormat.named(format.wire()).wire()).isEqualTo(format.wire());
  }

  @Test
  void theBundleIsAZipAndAnUnknownContentTypeIsNone() {
    assertThat(ArtifactFormat.wireOf(Bundle.MEDIA_TYPE)).isEqualTo("zip");
    assertThat(ArtifactFormat.wireOf("text/csv")).isEqualTo("csv");
    assertThat(ArtifactFormat.wireOf("image/png")).isNull();
  }

  @Test
  void aFormatThatIsNoneIsTheCallersFault() {
    assertThat(ArtifactFormat.named(null)).isNull();
    assertThatThrownBy(() -> ArtifactFormat.named("pdf")).isInstanceOf(InvalidRequest.class);
  }
}
