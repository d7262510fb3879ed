package io.ledgerline.system.chaos.scenario;

import io.ledgerline.local.suite.Replica;
import io.ledgerline.local.suite.Service;
import io.ledgerline.system.chaos.Trial;
import io.ledgerline.system.chaos.load.Answers.Status;
import io.ledgerline.system.chaos.load.Call;
import io.ledgerline.system.chaos.load.Item;
import io.ledgerline.system.chaos.suite.Api;
import io.ledgerline.system.chaos.suite.CutProxy;
import io.ledgerline.system.chaos.suite.EventDoor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The connection is cut after the commit and before the answer; the client sends the same again. It
 * is told that all of it is there, or, where the call had an {@code Idempotency-Key}, what the lost
 * answer said; either way it counts once.
 *
 * @param calls how many calls lose their answer
 */
public record AnswerLost(int calls) implements Scenario {
  private static final int[] SIZES = {1, 17, 400};

  @Override
  public String name() {
    return "answer lost";
  }

  @Override
  public String run(Trial trial) throws IOException, InterruptedException {
    EventDoor door = trial.doors().getFirst();
    int port = Replica.first(Service.INGEST).port(trial.suite().portOffset());
    try (CutProxy proxy = CutProxy.before(port)) {
      EventDoor cut =
          new EventDoor(new Api(proxy.url(), trial.suite().adminKey()), trial.generator());
      for (int i = 0; i < calls; i++) {
        Call call = call(trial, i);
        // Sizes go round in threes, so each size comes with a key and without.
        boolean keyed = i % 2 == 1;
        Map<String, String> headers =
            keyed
                ? Map.of("Idempotency-Key", trial.generator().label() + "-" + trial.taken())
                : Map.of();
        loseAnswer(trial, cut, call, headers);
        repeat(trial, door, call, headers, keyed ? Status.RECORDED : Status.DUPLICATE);
      }
      trial
          .findings()
          .unless(proxy.answersLost() == calls, name(), proxy.answersLost() + " answers were lost");
      return proxy.answersLost() + " answers cut off after the commit";
    }
  }

  private static Call call(Trial trial, int index) {
    List<Integer> numbers = trial.take(SIZES[index % SIZES.length]);
    boolean single = numbers.size() == 1;
    return new Call(
        numbers.stream().map(n -> new Item(n, false)).toList(), single, 1, Optional.empty());
  }

  private void loseAnswer(Trial trial, EventDoor cut, Call call, Map<String, String> headers)
      throws InterruptedException {
    try {
      EventDoor.Attempt attempt = cut.send(call, headers);
      trial.findings().add(name(), "there was an answer: " + attempt);
    } catch (IOException asWanted) {
      trial.answers().lost(call);
    }
  }

  private void repeat(
      Trial trial, EventDoor door, Call call, Map<String, String> headers, Status expected)
      throws IOException, InterruptedException {
    List<Status> statuses = door.send(call, headers).statuses().orElse(List.of());
    trial.answers().answered(call, statuses);
    trial
        .findings()
        .unless(
            statuses.stream().allMatch(expected::equals),
            name(),
            "what was committed was answered " + statuses + ", not " + expected);
  }
}
