package io.ledgerline.report.directory.scim.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.report.directory.scim.ScimProjection;
import io.ledgerline.report.directory.scim.ScimQuery;
import io.ledgerline.report.directory.scim.ScimType;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of SCIM; each may be left out. */
public class ScimParameters {
  @QueryParam("filter")
  @Parameter(description = "RFC 7644, 3.4.2.2", example = "userName eq \"ada@example.org\"")
  String filter;

  @QueryParam("attributes")
  @Parameter(description = "These alone", example = "userName,emails.value")
  String attributes;

  @QueryParam("excludedAttributes")
  @Parameter(description = "All but these", example = "members")
  String excludedAttributes;

  @QueryParam("sortBy")
  @Parameter(description = "By which attribute", example = "userName")
  String sortBy;

  @QueryParam("sortOrder")
  @Parameter(description = "'ascending' or 'descending'")
  String sortOrder;

  @QueryParam("startIndex")
  @Parameter(description = "The first one's place, from 1", example = "1")
  String startIndex;

  @QueryParam("count")
  @Parameter(description = "At most 1,000; 100 when not given", example = "100")
  String count;

  /** As they were sent. */
  ScimQuery.Asked asked() {
    return new ScimQuery.Asked(
        filter, attributes, excludedAttributes, sortBy, sortOrder, startIndex, count);
  }

  /** What they say of a type of resources. */
  ScimQuery of(ScimType type) {
    return asked().of(type);
  }

  /** Which attributes are told. */
  ScimProjection projection(ScimType type) {
    return ScimProjection.of(type, attributes, excludedAttributes);
  }

  /** The same in the body of a search. */
  static ScimQuery.Asked search(JsonNode body) {
    return new ScimQuery.Asked(
        text(body, "filter"),
        text(body, "attributes"),
        text(body, "excludedAttributes"),
        text(body, "sortBy"),
        text(body, "sortOrder"),
        text(body, "startIndex"),
        text(body, "count"));
  }

  private static String text(JsonNode body, String name) {
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      if (field.getKey().equalsIgnoreCase(name)) {
        JsonNode value = field.getValue();
        return value.isArray() ? joined(value) : value.isNull() ? null : value.asText();
      }
    }
    return null;
  }

  private static String joined(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return String.join(",", texts);
  }
}
