package io.ledgerline.report.directory.rest;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.Texts;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.page.Filters;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.FieldError;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.problem.PayloadTooLarge;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.csv.RowFault;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.directory.Moments;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.change.Ids;
import io.ledgerline.report.directory.change.Workbook;
import io.ledgerline.report.directory.imports.RowOutcome;
import io.ledgerline.report.directory.imports.TableFaults;
import io.ledgerline.report.directory.store.DirectoryStore;
import io.ledgerline.report.directory.store.DirectoryWriter;
import io.ledgerline.report.directory.store.Door;
import io.ledgerline.report.directory.store.Forgotten;
import io.ledgerline.report.directory.store.Reach;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.ledger.client.LedgerProblems;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What every resource of the directory does, for the tenant and in the name of the caller. */
@ApplicationScoped
public class DirectoryDesk {
  private static final String DEFAULT_SOURCE = "api";

  private final BookStore books;
  private final DirectoryStore store;
  private final DirectoryWriter writer;
  private final Ledger ledger;
  private final CurrentCaller caller;
  private final Clock clock;

  DirectoryDesk(
      BookStore books,
      DirectoryStore store,
      DirectoryWriter writer,
      Ledger ledger,
      CurrentCaller caller,
      Clock clock) {
    this.books = books;
    this.store = store;
    this.writer = writer;
    this.ledger = ledger;
    this.caller = caller;
    this.clock = clock;
  }

  /** The directory that a list is asked of. */
  Uni<Directory> of(DirectoryFilter filter) {
    Instant time = filter.validAt();
    return at(filter.knownAt(), time);
  }

  /**
   * The directory of a time.
   *
   * @param knownAt by what was known then; null for now
   * @param validAt as it was then; null for now
   */
  Uni<Directory> at(Instant knownAt, Instant validAt) {
    Instant time = validAt == null ? clock.instant() : Moments.of("validAt", sinceEpoch(validAt));
    return books
        .mark(caller.tenant(), knownAt == null ? null : sinceEpoch(knownAt))
        .chain(mark -> store.at(caller.tenant(), mark))
        .chain(book -> OffLoop.compute(() -> book.at(time)));
  }

  /** Nothing was, and nothing was known, before. */
  private static Instant sinceEpoch(Instant time) {
    return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
  }

  /** The directory just after a change, which may lie ahead. */
  Uni<Directory> after(Instant effective) {
    Instant now = clock.instant();
    return at(null, effective == null || effective.isBefore(now) ? now : effective);
  }

  /** Changes the directory. */
  <T> Uni<T> write(String source, Reach reach, Function<Workbook, T> work) {
    return writer.write(author(source, Door.REST), reach, false, work);
  }

  /**
   * Forgets who somebody was: in the ledger first, as whoever asks again needs the names for it.
   * When the ledger is away nothing is forgotten anywhere.
   */
  Uni<Void> erase(UUID user, String source) {
    DirectoryWriter.Author author = author(source, Door.REST);
    return store
        .ownNames(author.tenant(), user)
        .chain(
            names ->
                OffLoop.compute(() -> forgotten(author.tenant(), user, names))
                    .chain(who -> writer.erase(author, who)));
  }

  private Forgotten forgotten(TenantId tenant, UUID user, List<String> names) {
    Map<String, UUID> surrogates = new HashMap<>();
    if (!names.isEmpty()) {
      LedgerProblems.told(() -> ledger.forget(tenant, names))
          .forEach(one -> surrogates.put(Person.key(one.name()), one.id()));
    }
    return new Forgotten(user, names, surrogates);
  }

  /**
   * Takes a table in one transaction, or shows what that would do.
   *
   * @param work makes the workbook say what the table does
   * @param effective as of when it speaks; null for now
   */
  Uni<DirectoryImportView> bring(String source, String effective, boolean dryRun, Import work) {
    Instant time = Moments.of("effective", effective(effective));
    return writer
        .write(
            author(source, Door.CSV),
            Reach.EVERYBODY,
            dryRun,
            all -> DirectoryImportView.of(dryRun, work.apply(all, all.time(time)), all))
        .onFailure(TableFaults.class)
        .transform(faults -> faulty(faults.faults()));
  }

  /** What takes a table. */
  @FunctionalInterface
  interface Import {
    /** What became of each row. */
    List<RowOutcome> apply(Workbook all, Instant effective);
  }

  private static Instant effective(String text) {
    return Filters.instant("effective", text);
  }

  private DirectoryWriter.Author author(String source, Door door) {
    String told = source == null || source.isBlank() ? DEFAULT_SOURCE : source;
    return new DirectoryWriter.Author(
        caller.tenant(),
        new Provenance(Texts.required("source", told, Texts.MAX_NAME), caller.actor()),
        door);
  }

  /** The identity in an address; 404 for what is none. */
  static UUID id(String noun, String text) {
    return Ids.of(text).orElseThrow(() -> NotFound.of(noun, text));
  }

  private static RuntimeException faulty(List<RowFault> faults) {
    if (faults.stream().anyMatch(fault -> fault.code().equals("too-many-rows"))) {
      return new PayloadTooLarge(ErrorCode.TOO_MANY_ENTRIES, faults.getFirst().detail());
    }
    return new InvalidRequest(
        "The table has faults; the directory is unchanged.",
        faults.stream()
            .map(fault -> new FieldError(fault.field(), fault.code(), fault.detail()))
            .toList());
  }
}
