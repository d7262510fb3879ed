package io.ledgerline.report.vendor.vergeos.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.ShowsNoUsage;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What VergeOS clients ask first: whether they may come in, and which server answers. */
@Path("/api/v4/system")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ShowsNoUsage
@Tag(name = "vergeos")
public class SystemResource {
  /** The version whose calls these paths answer. */
  private static final String VERSION = "4.12.0";

  private static final Set<String> ALL = Set.of("all", "most", "summary", "");

  private final CurrentCaller caller;

  SystemResource(CurrentCaller caller) {
    this.caller = caller;
  }

  /** The server, as the vendor's clients know one. */
  @GET
  @Operation(
      summary = "Says which server this is, as VergeOS does",
      description = "Clients ask this first; `yb_version` is the version whose calls are answered.")
  public Map<String, Object> system(
      @Parameter(example = "$key,yb_version,os_version,cloud_name") @QueryParam("fields")
          String fields) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("$key", 1);
    all.put("yb_version", VERSION);
    all.put("os_version", "Ledgerline");
    all.put("cloud_name", caller.tenant().value());
    if (fields == null || ALL.contains(fields.strip())) {
      return all;
    }
    Map<String, Object> chosen = new LinkedHashMap<>();
    for (String part : fields.split(",", -1)) {
      String name = part.strip();
      if (!all.containsKey(name)) {
        throw new InvalidValueException(
            "fields", "unknown-field", "'" + name + "' is no field of a system.");
      }
      chosen.put(name, all.get(name));
    }
    return chosen;
  }
}
