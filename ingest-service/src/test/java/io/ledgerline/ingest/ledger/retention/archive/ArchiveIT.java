package io.ledgerline.ingest.ledger.retention.archive;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.ingest.ledger.retention.RetentionLab;
import io.ledgerline.ingest.ledger.retention.RetentionProfile;
import io.ledgerline.local.parts.PartName;
import io.ledgerline.platform.objectstore.ObjectAddress;
import io.ledgerline.testkit.S3Probe;
import io.ledgerline.testkit.SuiteParts;
import io.ledgerline.testkit.TestKeys;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Archives say what was accepted, whoever dies while they are written. */
@IngestTest
@TestProfile(RetentionProfile.class)
class ArchiveIT {
  @Inject ArchiveReader reader;
  @Inject ArchiveTable table;
  @Inject ArchiveRun run;

  private final RetentionLab lab = new RetentionLab();

  @AfterEach
  void close() throws SQLException {
    lab.close();
  }

  @Test
  void anOpenMonthIsCopiedUpToTheLastSealAndStaysOpen() throws IOException {
    lab.record("a-", 3);
    String timeless = event(lab.source(), "timeless", "x", "1").replace("\"time\": \"x\",", "");
    post("[" + timeless + "]").statusCode(200).body("results[0].status", equalTo("recorded"));
    seal();
    lab.record("later-", 1);

    archive();

    assertThat(lab.state()).isEqualTo("OPEN");
    assertThat(lab.listed().getBoolean("archive.whole")).isFalse();
    assertThat(ids()).containsExactlyInAnyOrder("a-0", "a-1", "a-2", "timeless");
    assertThat(manifest().sums().get("default").events()).isEqualTo(4);
    assertThat(manifest().sums().get("default").quantities())
        .containsEntry("input_tokens", new BigDecimal("5.5"))
        .containsEntry("requests", new BigDecimal("4"));
  }

  @Test
  void whatWasTakenBackAndReplacedIsThereToTheLastDigest() throws IOException {
    lab.record("a-", 3);
    String timeless = event(lab.source(), "a-x", "x", "1").replace("\"time\": \"x\",", "");
    post("[" + timeless + "]").statusCode(200);
    lab.correct(lab.voiding("a-0")).statusCode(200);
    lab.correct(lab.voiding("a-x")).statusCode(200);
    lab.correct(RetentionLab.replacing(event(lab.source(), "a-1", lab.moment(1).toString(), "7")))
        .statusCode(200)
        .body("results[0].status", equalTo("replaced"));
    seal();

    archive();

    assertThat(ids())
        .containsExactlyInAnyOrder("a-0", "a-0", "a-1", "a-1", "a-1", "a-2", "a-x", "a-x");
    assertThat(manifest().sums().get("default").events()).isEqualTo(2);
    assertThat(manifest().sums().get("default").quantities())
        .containsEntry("input_tokens", new BigDecimal("9.5"));
  }

  @Test
  void noNameOfAPersonIsInAnArchive() throws IOException {
    lab.record("a-", 3);
    seal();
    archive();

    assertThat(batches().getFirst().rows())
        .allSatisfy(row -> assertThat(row.principal()).isNotNull());
    assertThat(batches().toString()).doesNotContain("alice");
  }

  @Test
  void whatAKilledWorkerHasDoneIsNotDoneAgain() throws IOException {
    for (int i = 0; i < 12; i++) {
      lab.record("a-" + i + "-", 40);
    }
    seal();
    table.request(lab.month(), "test");
    ArchiveClaim killed = table.claim().orElseThrow();
    assertThatThrownBy(() -> run.run(killed, () -> true)).isInstanceOf(CancellationException.class);

    awaitArchive();

    assertThat(manifest().parts()).hasSizeGreaterThan(2);
    assertThat(manifest().parts().getFirst().key()).endsWith("-1.ndjson.gz");
    assertThat(manifest().parts().subList(1, manifest().parts().size()))
        .allSatisfy(part -> assertThat(part.key()).endsWith("-2.ndjson.gz"));
    assertThat(ids()).hasSize(480).doesNotHaveDuplicates();
    assertThatThrownBy(() -> run.run(killed, () -> false)).isInstanceOf(LeaseLostException.class);
  }

  @Test
  void aStoreThatIsAwayIsWaitedFor() throws Exception {
    lab.record("a-", 3);
    seal();
    SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.S3);
    try {
      request();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> lab.applied().getString("archive.reason") != null);
      assertThat(lab.listed().getString("archive.state")).isEqualTo("RUNNING");
    } finally {
      outage.close();
    }
    awaitArchive();

    assertThat(ids()).hasSize(3);
  }

  @Test
  void aMonthWithATamperedRowIsNeitherArchivedNorDropped() {
    lab.record("a-", 3);
    lab.confirmAll();
    lab.run(
        "UPDATE ledger_event SET quantities = '1,1' WHERE charge_time = '%s'"
            .formatted(lab.moment(2)));
    lab.yearsGoBy();

    lab.awaitWaitingFor("archive-failed");
    assertThat(lab.state()).isEqualTo("CLOSED");
    assertThat(lab.listed().getString("archive.reason"))
        .contains("has not the rows that were accepted");
  }

  @Test
  void anObjectThatWasChangedInTheStoreIsNoticed() {
    lab.record("a-", 3);
    seal();
    archive();
    ArchivePart part = manifest().parts().getFirst();
    try (S3Probe store = S3Probe.connect()) {
      byte[] bytes = store.get(RetentionProfile.BUCKET, part.key());
      bytes[4]++;
      store.put(RetentionProfile.BUCKET, part.key(), bytes);
    }

    assertThatThrownBy(() -> reader.part(RetentionProfile.BUCKET, part, batch -> {}))
        .isInstanceOf(NotGenuineException.class);
  }

  @Test
  void onlyTheOperatorsAdminsArchive() {
    lab.record("a-", 1);
    String path = "/api/v1/ledger/partitions/" + lab.month() + "/archives";
    as(TestKeys.VIEWER).post(path).then().statusCode(403);
    as(TestKeys.OTHER_TENANT).post(path).then().statusCode(403);
    as(TestKeys.INSTALLER)
        .post("/api/v1/ledger/partitions/2001-01/archives")
        .then()
        .statusCode(404);
    as(TestKeys.INSTALLER).post("/api/v1/ledger/partitions/May/archives").then().statusCode(400);
  }

  private void request() {
    as(TestKeys.INSTALLER)
        .post("/api/v1/ledger/partitions/" + lab.month() + "/archives")
        .then()
        .statusCode(202);
  }

  private void archive() {
    request();
    awaitArchive();
  }

  private void awaitArchive() {
    Awaitility.await("archive of " + lab.month())
        .atMost(Duration.ofSeconds(30))
        .until(() -> "DONE".equals(lab.applied().getString("archive.state")));
  }

  private static void seal() {
    as(TestKeys.SERVICE).get("/api/v1/ledger/watermark").then().statusCode(200);
  }

  private Manifest manifest() {
    String address = lab.listed().getString("archive.manifest");
    String bucket = "s3://" + RetentionProfile.BUCKET + "/";
    try {
      return reader.manifest(
          new ObjectAddress(RetentionProfile.BUCKET, address.substring(bucket.length())),
          lab.listed().getString("archive.manifestSha256"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<ArchivedBatch> batches() {
    List<ArchivedBatch> batches = new ArrayList<>();
    manifest().parts().forEach(part -> reader.part(RetentionProfile.BUCKET, part, batches::add));
    return batches;
  }

  private List<String> ids() {
    return batches().stream()
        .flatMap(batch -> batch.rows().stream())
        .filter(row -> row.source().equals(lab.source()))
        .map(RowLine::id)
        .toList();
  }
}
