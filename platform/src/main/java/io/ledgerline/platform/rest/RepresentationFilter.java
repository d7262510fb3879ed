package io.ledgerline.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import io.ledgerline.platform.objectstore.Sha256;
import io.ledgerline.platform.page.Page;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.SortedSet;
import java.util.TreeSet;

/** Does what {@link Represented} says. */
@Provider
@Represented
public class RepresentationFilter implements ContainerResponseFilter {
  private static final String ITEMS = "items";
  private static final int TAG_LENGTH = 32;

  /** Asked at each request, as providers are made while the native image is built. */
  private final Instance<ObjectMapper> json;

  RepresentationFilter(Instance<ObjectMapper> json) {
    this.json = json;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Object entity = response.getEntity();
    if (entity == null
        || !request.getMethod().equals(HttpMethod.GET)
        || response.getStatus() != Response.Status.OK.getStatusCode()) {
      return;
    }
    String text =
        text(entity, request.getUriInfo().getQueryParameters().getFirst(Fields.PARAMETER));
    String sha256 = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    String tag = "\"" + sha256.substring(0, TAG_LENGTH) + "\"";
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    if (isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatusInfo(Response.Status.NOT_MODIFIED);
      response.setEntity(null);
    } else {
      response.setEntity(text, response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
    }
  }

  private String text(Object entity, String fields) {
    ObjectMapper mapper = json.get();
    try {
      Object shown = fields == null ? entity : part(mapper, entity, Fields.of(fields));
      return mapper.writeValueAsString(shown);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(entity.getClass() + " cannot be written as JSON", e);
    }
  }

  private static JsonNode part(ObjectMapper mapper, Object entity, Fields fields)
      throws JsonMappingException {
    JsonNode whole = mapper.valueToTree(entity);
    if (entity instanceof Page<?> page) {
      if (!page.items().isEmpty()) {
        fields.check(names(mapper, page.items().getFirst().getClass()));
      }
      ((ObjectNode) whole).set(ITEMS, fields.of(whole.get(ITEMS)));
      return whole;
    }
    fields.check(names(mapper, entity.getClass()));
    return fields.of(whole);
  }

  private static SortedSet<String> names(ObjectMapper mapper, Class<?> type)
      throws JsonMappingException {
    SortedSet<String> names = new TreeSet<>();
    Iterator<PropertyWriter> properties =
        mapper.getSerializerProviderInstance().findValueSerializer(type).properties();
    properties.forEachRemaining(property -> names.add(property.getName()));
    return names;
  }

  private static boolean isKnown(String header, String tag) {
    return header != null
        && Arrays.stream(header.split(","))
            .map(String::strip)
            .anyMatch(known -> known.equals(tag) || known.equals("W/" + tag) || known.equals("*"));
  }
}
