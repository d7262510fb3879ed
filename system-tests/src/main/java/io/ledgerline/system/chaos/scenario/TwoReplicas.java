package io.ledgerline.system.chaos.scenario;

import io.ledgerline.local.suite.Service;
import io.ledgerline.system.chaos.Trial;
import io.ledgerline.system.chaos.check.ScheduledReport;
import io.ledgerline.system.chaos.load.Answers.Status;
import io.ledgerline.system.chaos.load.Call;
import io.ledgerline.system.chaos.suite.EventDoor;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Two replicas of each service: the same events reach both ingest-services at the same moment, a
 * schedule is due for both report-services, a delivery for both notify-services. Each is done once.
 *
 * @param calls how many calls go to both
 * @param size events of a call
 */
public record TwoReplicas(int calls, int size) implements Scenario {
  private static final Set<Status> ONE_EACH = Set.of(Status.RECORDED, Status.DUPLICATE);

  @Override
  public String name() {
    return "two replicas";
  }

  @Override
  public String run(Trial trial) throws IOException, InterruptedException {
    ScheduledReport due =
        ScheduledReport.make(
            trial.suite().api(Service.REPORT), trial.generator().label() + "-replicas");
    List<EventDoor> doors = trial.doors();
    int both = 0;
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < calls; i++) {
        Call call = Call.of(trial.take(1 + (i * size / calls)));
        both += sendToBoth(trial, two, doors, call);
      }
    }
    trial.sendAll(name(), trial.plan(calls * size), 4);
    trial
        .findings()
        .addAll(name(), due.faults(trial.suite().folder().data().resolve("mail"), true));
    return "%d events sent to both at once; one run, one mail, one object".formatted(both);
  }

  private int sendToBoth(Trial trial, ExecutorService two, List<EventDoor> doors, Call call)
      throws IOException, InterruptedException {
    CyclicBarrier together = new CyclicBarrier(2);
    List<Callable<List<Status>>> sends =
        doors.subList(0, 2).stream()
            .<Callable<List<Status>>>map(
                door ->
                    () -> {
                      together.await();
                      return door.send(call).statuses().orElse(List.of());
                    })
            .toList();
    List<Future<List<Status>>> sent = two.invokeAll(sends);
    try {
      List<Status> one = sent.getFirst().get();
      List<Status> other = sent.getLast().get();
      trial.answers().answered(call, one);
      trial.answers().answered(call, other);
      boolean each =
          one.size() == other.size()
              && IntStream.range(0, one.size())
                  .allMatch(n -> ONE_EACH.equals(EnumSet.of(one.get(n), other.get(n))));
      trial.findings().unless(each, name(), "both answered " + one + " and " + other);
      return one.size();
    } catch (ExecutionException e) {
      throw new IOException("one of two replicas did not answer", e.getCause());
    }
  }
}
