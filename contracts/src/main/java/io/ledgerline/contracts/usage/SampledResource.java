package io.ledgerline.contracts.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Texts;
import java.util.Map;

/**
 * Whose samples an event brings: with a gauge's name it names a series. An event says so by its
 * attribute {@code resource}; with the attribute {@code end-of-life} of {@code true} it says that
 * there is no such resource any more.
 *
 * @param source who says it
 * @param resource what was looked at: a machine, a cluster, a volume, by the source's name for it
 * @param ended whether it is gone from the event's time on; absent on the wire means that it is not
 */
public record SampledResource(
    String source, String resource, @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ended) {
  /** The attribute that names the resource. */
  public static final String RESOURCE = "resource";

  /** The attribute that says, with {@code true}, that the resource is gone. */
  public static final String END_OF_LIFE = "end-of-life";

  /** Checks the texts. */
  public SampledResource {
    source = Texts.required("source", source, Texts.MAX_NAME);
    resource = Texts.required(RESOURCE, resource, Texts.MAX_NAME);
  }

  /** What an event's attributes say of it; null when they name no resource. */
  public static SampledResource of(String source, Labels attributes) {
    Map<String, String> values = attributes.values();
    if (values.isEmpty()) {
      return null;
    }
    String resource = values.get(RESOURCE);
    return resource == null || resource.isBlank()
        ? null
        : new SampledResource(source, resource, "true".equals(values.get(END_OF_LIFE)));
  }
}
