package io.ledgerline.report.directory.rest;

import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Filters;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that every list of the directory has; each may be left out. */
public class DirectoryFilter {
  @QueryParam("knownAt")
  @Parameter(description = "By what was known then", example = "2026-02-01T00:00:00Z")
  String knownAt;

  @QueryParam("validAt")
  @Parameter(description = "As it was then", example = "2026-01-31T00:00:00Z")
  String validAt;

  @QueryParam("limit")
  @DefaultValue("100")
  Limit limit;

  @QueryParam("cursor")
  Cursor cursor;

  /** By what was known when; null for now. */
  Instant knownAt() {
    return Filters.instant("knownAt", knownAt);
  }

  /** As it was when; null for now. */
  Instant validAt() {
    return Filters.instant("validAt", validAt);
  }

  /**
   * The page of a list.
   *
   * @param name what it is sorted by
   * @param id what makes the order total
   */
  <T> Page<T> page(List<T> all, Function<T, String> name, Function<T, String> id) {
    Comparator<T> order = Comparator.comparing(name).thenComparing(id);
    String afterName = cursor == null ? null : cursor.text(0);
    String afterId = cursor == null ? null : cursor.text(1);
    List<T> rows =
        all.stream()
            .filter(
                one ->
                    afterName == null
                        || name.apply(one).compareTo(afterName) > 0
                        || name.apply(one).equals(afterName)
                            && id.apply(one).compareTo(afterId) > 0)
            .sorted(order)
            .limit(limit.plusOne())
            .toList();
    return Page.of(rows, limit, one -> Cursor.of(name.apply(one), id.apply(one)));
  }
}
