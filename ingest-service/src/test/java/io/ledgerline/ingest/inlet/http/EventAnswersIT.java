package io.ledgerline.ingest.inlet.http;

import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.ingest.IngestTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@IngestTest
class EventAnswersIT {
  private final String source = newSource();

  @Test
  void aNewEventIsRecorded() {
    post(event(source, "1"))
        .statusCode(200)
        .body("results", hasSize(1))
        .body("results[0].index", equalTo(0))
        .body("results[0].source", equalTo(source))
        .body("results[0].id", equalTo("1"))
        .body("results[0].status", equalTo("recorded"))
        .body("results[0].reason", nullValue())
        .body("counts.recorded", equalTo(1));
  }

  @Test
  void aRepeatedEventIsADuplicate() {
    post(event(source, "1")).statusCode(200);

    post(event(source, "1", "2023-11-16T19:15:46.0+01:00", "10.00"))
        .statusCode(200)
        .body("results[0].status", equalTo("duplicate"))
        .body("counts.duplicate", equalTo(1));
  }

  @Test
  void theSameIdentityWithAnotherTimeIsAConflictAndNamesIt() {
    post(event(source, "1")).statusCode(200);

    post(event(source, "1", "2023-12-24T18:15:46Z", "10"))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("conflict"))
        .body("errors[0].field", equalTo("id"))
        .body("results[0].status", equalTo("conflict"))
        .body("counts.conflict", equalTo(1));
  }

  @Test
  void aBatchIsAnsweredEventByEventInTheOrderSent() {
    post(event(source, "old")).statusCode(200);

    post("["
            + String.join(
                ",",
                event(source, "new"),
                event(source, "old"),
                event(source, "old", "2023-11-16T18:15:46Z", "11"),
                event(source, "bad", "2023-11-16T18:15:46Z", "-1"),
                event(source, "new"),
                event(source, "new", "2023-11-16T18:15:46Z", "12"))
            + "]")
        .statusCode(200)
        .body(
            "results.status",
            contains("recorded", "duplicate", "conflict", "rejected", "duplicate", "conflict"))
        .body("results[3].reason.field", equalTo("quantities.input_tokens"))
        .body("results[3].reason.code", equalTo("negative-quantity"))
        .body("counts.recorded", equalTo(1))
        .body("counts.duplicate", equalTo(2))
        .body("counts.conflict", equalTo(2))
        .body("counts.rejected", equalTo(1));
  }

  @Test
  void anEventWithoutTimeCountsOnceWheneverItIsRepeated() {
    String event =
        """
        {"events": [{"source": "%s", "id": "1", "sourceAccount": "a", "quantities": {"requests": "1"}}]}"""
            .formatted(source);

    post(event).statusCode(200).body("results[0].status", equalTo("recorded"));
    post(event).statusCode(200).body("results[0].status", equalTo("duplicate"));
  }

  @Test
  void ofTwoSendersOfTheSameEventsAtTheSameMomentOneRecordsEach() throws Exception {
    String forwards = batch(IntStream.range(0, 200).boxed().toList());
    String backwards = batch(IntStream.range(0, 200).boxed().toList().reversed());
    Callable<Integer> first = () -> post(forwards).extract().path("counts.recorded");
    Callable<Integer> second = () -> post(backwards).extract().path("counts.recorded");

    int recorded = 0;
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> f : threads.invokeAll(List.of(first, second, first, second))) {
        recorded += f.get();
      }
    }

    assertThat(recorded).isEqualTo(200);
  }

  @Test
  void tenThousandEventsAreTakenInOneCall() {
    // In an hour of their own: corrections of other tests look at all that lies in theirs.
    post(IntStream.range(0, 10_000)
            .mapToObj(i -> event(source, Integer.toString(i), "2022-03-04T05:06:07Z", "1"))
            .collect(Collectors.joining(",", "[", "]")))
        .statusCode(200)
        .body("counts.recorded", equalTo(10_000));
  }

  private String batch(List<Integer> ids) {
    return ids.stream()
        .map(i -> event(source, Integer.toString(i)))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
