package io.ledgerline.report.book.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.Texts;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.FieldError;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.NotFound;
import io.ledgerline.platform.problem.PayloadTooLarge;
import io.ledgerline.report.book.Change;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.csv.DraftTable;
import io.ledgerline.report.book.csv.RowFault;
import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.book.store.BookQuery;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.book.store.EntryCut;
import io.ledgerline.report.book.store.Learnt;
import io.ledgerline.report.book.store.RefusedDraftsException;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * What every resource of entries does, for the tenant and in the name of the caller at hand. The
 * resources say only what their kind's keys and values look like.
 */
@ApplicationScoped
public class EntryDesk {
  private static final String DEFAULT_SOURCE = "api";

  private final BookStore books;
  private final CurrentCaller caller;

  EntryDesk(BookStore books, CurrentCaller caller) {
    this.books = books;
    this.caller = caller;
  }

  /**
   * A part of a key or value that a list is narrowed to, of names and values in turn; null values
   * are left out.
   */
  public static Map<String, Object> part(String name, Object value, Object... more) {
    Map<String, Object> part = new LinkedHashMap<>();
    if (value != null) {
      part.put(name, value);
    }
    for (int i = 0; i < more.length; i += 2) {
      if (more[i + 1] != null) {
        part.put((String) more[i], more[i + 1]);
      }
    }
    return part;
  }

  /** A page of entries by key and age, whose keys hold {@code key} and values {@code value}. */
  public <K, V, T> Uni<Page<T>> list(
      EntryDoor<K, V, T> door,
      EntryFilter filter,
      Map<String, Object> key,
      Map<String, Object> value) {
    return list(door, filter, filter.query(key, value));
  }

  /** A page of the entries that {@code query} wants, by key and age. */
  public <K, V, T> Uni<Page<T>> list(EntryDoor<K, V, T> door, EntryFilter filter, BookQuery query) {
    BookKind<K, V> kind = door.kind();
    return books
        .page(caller.tenant(), kind, query, filter.cursor(), filter.limit())
        .map(
            rows ->
                Page.of(rows, filter.limit(), entry -> books.cursor(kind, entry)).map(door.view()));
  }

  /** One entry, or 404. */
  public <K, V, T> Uni<T> show(EntryDoor<K, V, T> door, UUID id) {
    return show(door, id, null);
  }

  /**
   * One entry, or 404 when there is none that is seen.
   *
   * @param cut which are seen; null for all
   */
  public <K, V, T> Uni<T> show(EntryDoor<K, V, T> door, UUID id, EntryCut cut) {
    return books
        .find(caller.tenant(), door.kind(), id, cut)
        .onItem()
        .ifNull()
        .failWith(() -> NotFound.of(door.noun(), id))
        .map(door.view());
  }

  /** Lays down one entry: 201 with it, or 200 with what says the same already. */
  public <K, V, T> Uni<RestResponse<T>> add(
      EntryDoor<K, V, T> door, Draft<K, V> draft, String source) {
    return learn(caller.tenant(), door.kind(), draft, by(source))
        .map(
            learnt -> {
              Change<K, V> change = learnt.changes().list().getFirst();
              boolean made = change.isNew();
              var entry = made ? learnt.entries().getFirst() : change.before();
              return ResponseBuilder.<T>create(
                      made ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                  .location(URI.create(door.path() + "/" + entry.id()))
                  .entity(door.view().apply(entry))
                  .build();
            });
  }

  /** Takes back: 201 with the entry that does, or 200 when there was nothing to take back. */
  public <K, V, T> Uni<RestResponse<WithdrawalView>> withdraw(
      EntryDoor<K, V, T> door, WithdrawalBody<K> body) {
    TenantId tenant = caller.tenant();
    Provenance by = by(body.source());
    Uni<Draft<K, V>> draft =
        body.id() == null
            ? Uni.createFrom().item(body::ofMatch)
            : books
                .find(tenant, door.kind(), body.id())
                .onItem()
                .ifNull()
                .failWith(() -> NotFound.of(door.noun(), body.id()))
                .map(body::ofEntry);
    return draft
        .chain(d -> learn(tenant, door.kind(), d, by))
        .map(
            learnt -> {
              boolean made = !learnt.entries().isEmpty();
              EntryInfo entry = made ? EntryInfo.of(learnt.entries().getFirst()) : null;
              return ResponseBuilder.<WithdrawalView>create(
                      made ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                  .entity(new WithdrawalView(made, entry))
                  .build();
            });
  }

  /**
   * Imports a table in one transaction, or shows what that would change.
   *
   * @param table reads it; called off the event loop
   */
  public <K, V, T> Uni<EntryImportView> bring(
      EntryDoor<K, V, T> door, Supplier<DraftTable<K, V>> table, String source, boolean dryRun) {
    TenantId tenant = caller.tenant();
    Provenance by = by(source);
    return OffLoop.compute(() -> sound(table.get()))
        .chain(
            list ->
                books
                    .add(tenant, door.kind(), list.drafts(), by, dryRun)
                    .onFailure(RefusedDraftsException.class)
                    .transform(e -> faulty(inRows(list, e)))
                    .map(
                        learnt ->
                            EntryImportView.of(
                                dryRun, list, learnt.changes(), door.key(), door.value())));
  }

  /**
   * What counts, with the time at which it does, as a table; what was replaced or withdrawn is left
   * out.
   *
   * @param knownAt as known then, RFC 3339; null for now
   * @param name of the file
   * @param table writes it; called off the event loop
   */
  public <K, V> Uni<RestResponse<String>> export(
      BookKind<K, V> kind, String knownAt, String name, Function<List<Draft<K, V>>, String> table) {
    TenantId tenant = caller.tenant();
    return books
        .mark(tenant, EntryFilter.instant("knownAt", knownAt))
        .chain(mark -> books.register(tenant, kind, mark))
        .chain(known -> OffLoop.compute(() -> table.apply(counting(kind, known))))
        .map(
            text ->
                ResponseBuilder.ok(text, "text/csv;charset=UTF-8")
                    .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                    .build());
  }

  private static <K, V> List<Draft<K, V>> counting(BookKind<K, V> kind, Register<K, V> known) {
    return known.keys().stream()
        .sorted(Comparator.comparing(kind::canonical))
        .flatMap(
            key ->
                known.spans(key).stream()
                    .map(span -> new Draft<>(key, span.entry().value(), span.when())))
        .toList();
  }

  private <K, V> Uni<Learnt<K, V>> learn(
      TenantId tenant, BookKind<K, V> kind, Draft<K, V> draft, Provenance by) {
    return books
        .add(tenant, kind, List.of(draft), by, false)
        .onFailure(RefusedDraftsException.class)
        .transform(EntryDesk::single);
  }

  private Provenance by(String source) {
    String told = source == null || source.isBlank() ? DEFAULT_SOURCE : source;
    return new Provenance(Texts.required("source", told, Texts.MAX_NAME), caller.actor());
  }

  private static InvalidValueException single(RefusedDraftsException refused) {
    DraftFault fault = refused.faults().getFirst();
    return new InvalidValueException(fault.field(), fault.code(), fault.detail());
  }

  private static <K, V> DraftTable<K, V> sound(DraftTable<K, V> table) {
    if (table.faults().stream().anyMatch(fault -> fault.code().equals("too-many-rows"))) {
      throw new PayloadTooLarge(ErrorCode.TOO_MANY_ENTRIES, table.faults().getFirst().detail());
    }
    if (!table.faults().isEmpty()) {
      throw faulty(table.faults());
    }
    return table;
  }

  private static List<RowFault> inRows(DraftTable<?, ?> table, RefusedDraftsException refused) {
    return refused.faults().stream()
        .map(
            fault ->
                new RowFault(
                    table.rowOf().get(fault.index()), fault.field(), fault.code(), fault.detail()))
        .toList();
  }

  private static InvalidRequest faulty(List<RowFault> faults) {
    return new InvalidRequest(
        "The table has faults; the book is unchanged.",
        faults.stream()
            .map(fault -> new FieldError(fault.field(), fault.code(), fault.detail()))
            .toList());
  }
}
