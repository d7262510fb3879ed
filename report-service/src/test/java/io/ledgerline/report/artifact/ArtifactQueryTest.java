package io.ledgerline.report.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.objectstore.ObjectAddress;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Sort;
import io.ledgerline.platform.problem.InvalidRequest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactQueryTest {
  private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
  private static final UUID ID = new UUID(1, 2);
  private static final ArtifactOfRun FILE =
      new ArtifactOfRun(
          new Artifact(
              ID,
              new TenantId("acme"),
              new UUID(3, 4),
              "a.csv",
              "text/csv",
              17,
              "00",
              new ObjectAddress("bucket", "key"),
              NOON),
          "billing",
          NOON,
          NOON,
          "UTC");

  @ParameterizedTest
  @CsvSource({
    "-createdAt, created_at, timestamptz, 2026-02-01T12:00:00Z",
    "size, size, bigint, 17",
    "-name, name, text, a.csv"
  })
  void aPageGoesOnWhereTheOneBeforeEnded(String sort, String column, String type, String key) {
    Cursor cursor = query(sort, null).cursorOf(FILE);
    ArtifactQuery next = query(sort, Cursor.fromString(cursor.encode()));
    assertThat(next.column()).isEqualTo(column);
    assertThat(next.type()).isEqualTo(type);
    assertThat(next.afterKey()).isEqualTo(key);
    assertThat(next.afterId()).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"size", "-name", "createdAt"})
  void aCursorOfAnotherOrderIsTheCallersFault(String sort) {
    Cursor other = query("-createdAt", null).cursorOf(FILE);
    assertThatThrownBy(() -> query(sort, other)).isInstanceOf(InvalidRequest.class);
  }

  @Test
  void soIsOneThatSomebodyMadeUp() {
    assertThatThrownBy(() -> query("size", Cursor.of("many", ID, "size")))
        .isInstanceOf(InvalidRequest.class);
    assertThatThrownBy(() -> query("name", Cursor.of("a", "b", "name")))
        .isInstanceOf(InvalidRequest.class);
    assertThatThrownBy(() -> query("createdAt", Cursor.of("x", ID, "createdAt")))
        .isInstanceOf(InvalidRequest.class);
  }

  private static ArtifactQuery query(String sort, Cursor after) {
    return new ArtifactQuery(
        null,
        null,
        null,
        null,
        null,
        null,
        Sort.of(sort, ArtifactQuery.SORTS),
        Limit.fromString("10"),
        after);
  }
}
