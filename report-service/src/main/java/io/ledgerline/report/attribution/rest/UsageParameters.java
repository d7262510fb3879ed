package io.ledgerline.report.attribution.rest;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.attribution.imports.RuleTable;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Usage as query parameters state it; what is left out it does not have. */
public class UsageParameters {
  @QueryParam("sourceAccount")
  String sourceAccount;

  @QueryParam("workspace")
  String workspace;

  @QueryParam("project")
  String project;

  @QueryParam("principal")
  @Parameter(description = "The surrogate that usage shows as principalId")
  String principal;

  @QueryParam("model")
  String model;

  @QueryParam("tag")
  @Parameter(description = "A tag and its value, such as team:search; may be given several times")
  List<String> tags;

  /** The usage. */
  Dimensions usage() {
    return new Dimensions(
        sourceAccount == null ? "" : sourceAccount,
        RuleTable.principal(principal),
        workspace,
        project,
        null,
        model,
        null,
        null,
        PriceClass.NONE,
        labels());
  }

  private Labels labels() {
    Map<String, String> values = new TreeMap<>();
    for (String tag : tags == null ? List.<String>of() : tags) {
      int colon = tag.indexOf(':');
      if (colon <= 0) {
        throw InvalidRequest.field(
            "tag", "invalid-tag", "'tag' is a name and a value, such as team:search.");
      }
      values.put(tag.substring(0, colon), tag.substring(colon + 1));
    }
    return Labels.of(values);
  }
}
