package io.ledgerline.report.directory.scim.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.directory.change.Ids;
import io.ledgerline.report.directory.change.Workbook;
import io.ledgerline.report.directory.scim.ScimFilter;
import io.ledgerline.report.directory.scim.ScimOperand;
import io.ledgerline.report.directory.scim.ScimOperator;
import io.ledgerline.report.directory.store.DirectoryStore;
import io.ledgerline.report.directory.store.DirectoryWriter;
import io.ledgerline.report.directory.store.Door;
import io.ledgerline.report.directory.store.Reach;
import io.ledgerline.report.directory.store.Sources;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What all resources of SCIM do, for the caller at hand: its key's name is the source. */
@RequestScoped
public class ScimDesk {
  private static final int MOST_NAMES = 1000;
  private static final int LONGEST_NAME = 2048;
  private static final Set<String> NAMING = Set.of("userName", "emails", "externalId");

  private final DirectoryStore store;
  private final DirectoryWriter writer;
  private final Sources sources;
  private final CurrentCaller caller;
  private final Clock clock;
  private final UriInfo uri;

  ScimDesk(
      DirectoryStore store,
      DirectoryWriter writer,
      Sources sources,
      CurrentCaller caller,
      Clock clock,
      UriInfo uri) {
    this.store = store;
    this.writer = writer;
    this.sources = sources;
    this.caller = caller;
    this.clock = clock;
    this.uri = uri;
  }

  /** The address of all of SCIM, as the client called it. */
  String base() {
    String root = uri.getBaseUri().toString();
    return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + ScimSurface.PATH;
  }

  /** Everybody and everything. */
  Uni<ScimView> all() {
    Instant now = clock.instant();
    String base = base();
    return heard()
        .chain(() -> store.now(caller.tenant()))
        .chain(book -> OffLoop.compute(() -> new ScimView(book, now, base)));
  }

  /** A few users alone. */
  Uni<ScimView> part(Reach reach) {
    Instant now = clock.instant();
    String base = base();
    return heard()
        .chain(() -> store.part(caller.tenant(), reach))
        .map(book -> new ScimView(book, now, base));
  }

  /** The users that a filter may match: a few where it says by name who, or all. */
  Uni<ScimView> usersOf(ScimFilter filter) {
    Reach reach = reach(filter);
    return reach == null ? all() : part(reach);
  }

  /** Changes the directory; the answer may be read afterwards. */
  <T> Uni<T> write(Reach reach, Function<Workbook, T> work) {
    Provenance by = new Provenance(caller.name(), caller.actor());
    return writer.write(
        new DirectoryWriter.Author(caller.tenant(), by, Door.SCIM), reach, false, work);
  }

  private Uni<Void> heard() {
    return sources.heard(caller.tenant(), caller.name(), Door.SCIM);
  }

  /** Whom a filter can match at most; null for anybody. */
  static Reach reach(ScimFilter filter) {
    return switch (filter) {
      case null -> null;
      case ScimFilter.All all ->
          all.parts().stream()
              .map(ScimDesk::reach)
              .filter(reach -> reach != null)
              .findFirst()
              .orElse(null);
      case ScimFilter.Compare compare
          when compare.operator() == ScimOperator.EQ
              && compare.operand() instanceof ScimOperand.Text(String text, boolean exact)
              && compare.target().extension() == null ->
          reach(compare, text);
      default -> null;
    };
  }

  private static Reach reach(ScimFilter.Compare compare, String text) {
    String attribute = compare.target().attribute().name();
    if (attribute.equals("id")) {
      return Ids.of(text).map(Reach::of).orElse(Reach.NOBODY);
    }
    boolean isName =
        NAMING.contains(attribute)
            && compare.target().compared().name().matches("value|userName|externalId");
    return isName ? Reach.ofNames(List.of(text)) : null;
  }

  /** Every text of a message, any of which may be a name that it gives. */
  static List<String> texts(JsonNode message) {
    List<String> texts = new ArrayList<>();
    collect(message, texts);
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isTextual() && texts.size() < MOST_NAMES && node.asText().length() <= LONGEST_NAME) {
      texts.add(node.asText());
    }
    node.forEach(inner -> collect(inner, texts));
  }
}
