package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.ingest.ledger.partition.Horizon;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds out what is to be done about events. A dry run and the correction itself both ask here,
 * which is why the one shows what the other does. Blocks.
 */
@ApplicationScoped
class Planner {
  private static final Reason REPEATED =
      new Reason("repeated", "id", "This call has another version of the event before this one.");

  private final RowReader rows;
  private final Horizon horizon;

  Planner(RowReader rows, Horizon horizon) {
    this.rows = rows;
    this.horizon = horizon;
  }

  /**
   * Plans.
   *
   * @param lock whether other corrections of these events are to wait for the transaction's end;
   *     without it the plan is good to look at only
   * @return one step per target in the order given; none for rows that count no longer
   */
  List<Step> plan(Connection connection, TenantId tenant, List<Target> targets, boolean lock)
      throws SQLException {
    Map<UUID, String> ids = new HashMap<>();
    for (Target target : targets) {
      if (target.identity() != null) {
        ids.put(target.identity(), target.id());
      }
    }
    if (lock) {
      Versions.lock(connection, ids.keySet());
    }
    Map<UUID, EventState> states = Versions.states(connection, ids.keySet());
    Map<UUID, StoredRow> counting = rows.counting(tenant, ids, toBeFound(targets, states));
    OpenTimes open = new OpenTimes(horizon.openFrom(), horizon.reason());
    List<Step> steps = new ArrayList<>(targets.size());
    Map<UUID, Step> done = new HashMap<>();
    for (Target target : targets) {
      Step before = done.get(target.identity());
      if (before != null && target.selected() == null) {
        steps.add(again(target, before));
        continue;
      }
      Step.decide(target, states.get(target.identity()), counting.get(target.identity()), open)
          .ifPresent(
              step -> {
                steps.add(step);
                if (target.identity() != null) {
                  done.put(target.identity(), step);
                }
              });
    }
    return steps;
  }

  private static List<EventState> toBeFound(List<Target> targets, Map<UUID, EventState> states) {
    Set<UUID> named =
        targets.stream()
            .filter(target -> target.identity() != null && target.selected() == null)
            .map(Target::identity)
            .collect(Collectors.toSet());
    return states.values().stream()
        .filter(state -> !state.isVoid() && named.contains(state.identity()))
        .toList();
  }

  /** An event that the same call named before. */
  private static Step again(Target target, Step before) {
    Verdict verdict = before.verdict();
    Reason reason = null;
    if (verdict == Verdict.VOIDED) {
      verdict = Verdict.ALREADY_VOID;
    } else if (verdict == Verdict.REPLACED || verdict == Verdict.UNCHANGED) {
      boolean same = target.replacement().body().equals(before.target().replacement().body());
      verdict = same ? Verdict.UNCHANGED : Verdict.REJECTED;
      reason = same ? null : REPEATED;
    }
    return new Step(target, verdict, reason, before.before(), null, null);
  }
}
