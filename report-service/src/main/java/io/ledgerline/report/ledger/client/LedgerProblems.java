package io.ledgerline.report.ledger.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.ledgerline.platform.json.JsonSettings;
import io.ledgerline.platform.problem.DependencyUnavailable;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Answers to callers while the ledger cannot be read. */
public final class LedgerProblems {
  private static final ObjectReader JSON = JsonSettings.newMapper().reader();

  private LedgerProblems() {}

  /**
   * The outcome of work that reads the ledger.
   *
   * @throws DependencyUnavailable when the ledger is away, or refuses this service
   */
  public static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (LedgerUnavailableException | LedgerRefusedException e) {
      throw new DependencyUnavailable("the ledger", e);
    }
  }

  /** Why the ledger refused, as its problem says, behind a colon; empty when it does not say. */
  static String detail(Response answer) {
    try {
      JsonNode detail = JSON.readTree(answer.readEntity(String.class)).path("detail");
      return detail.isTextual() ? ": " + detail.textValue() : "";
    } catch (JsonProcessingException | ProcessingException | IllegalStateException e) {
      return "";
    }
  }
}
