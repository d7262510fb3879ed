package io.ledgerline.report.report.rest;

import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.platform.rest.Represented;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.making.ReportKinds;
import io.ledgerline.report.report.sheet.SheetFormat;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which kinds of report there are. */
@Path("/api/v1/report-kinds")
@Tag(name = "report runs")
public class KindResource {
  private final ReportKinds kinds;

  KindResource(ReportKinds kinds) {
    this.kinds = kinds;
  }

  /**
   * A kind as the API shows it.
   *
   * @param name to be used as {@code kind}
   * @param description what it says
   * @param formats that it can be made in, the first by itself; a signed bundle is always made
   * @param periods types of period that it takes
   * @param tables its tables after the first, by the names that lines are asked for by
   */
  public record KindView(
      String name,
      String description,
      List<String> formats,
      List<String> periods,
      List<String> tables) {
    static KindView of(ReportKind kind) {
      return new KindView(
          kind.name(),
          kind.description(),
          kind.formats().stream().map(SheetFormat::wire).toList(),
          PeriodBody.TYPES,
          kind.furtherTables());
    }
  }

  /**
   * All kinds.
   *
   * @param items by name
   */
  public record KindsView(List<KindView> items) {}

  /** All kinds by name. */
  @GET
  @ShowsNoUsage
  @RolesAllowed({Roles.VIEWER, Roles.BILLING_ADMIN})
  @Represented
  @Operation(summary = "Lists the report kinds")
  public KindsView list() {
    return new KindsView(kinds.all().values().stream().map(KindView::of).toList());
  }
}
