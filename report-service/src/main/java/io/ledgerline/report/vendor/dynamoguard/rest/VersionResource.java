package io.ledgerline.report.vendor.dynamoguard.rest;

import io.ledgerline.platform.access.ShowsNoUsage;
import io.ledgerline.report.vendor.dynamoguard.making.DynamoGuardConfig;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What newer SDKs ask for when they are constructed. */
@Path("/v1/version")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dynamoguard")
public class VersionResource {
  private static final Pattern NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+){2}");

  private final VersionView view;

  VersionResource(
      DynamoGuardConfig config,
      @ConfigProperty(name = "quarkus.application.version", defaultValue = "0.0.0") String own) {
    view = new VersionView(numbers(config.version().orElse(own)));
  }

  /**
   * The version.
   *
   * @param version three numbers
   */
  public record VersionView(String version) {}

  /** The version, for everybody. */
  @GET
  @PermitAll
  @ShowsNoUsage
  @Operation(summary = "Tells the version that the SDK holds its own against")
  @APIResponse(responseCode = "200", description = "The version")
  public VersionView show() {
    return view;
  }

  private static String numbers(String text) {
    Matcher matcher = NUMBERS.matcher(text);
    return matcher.find() ? matcher.group() : "0.0.0";
  }
}
