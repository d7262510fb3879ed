package io.ledgerline.report.directory.scim;

import java.util.List;
import java.util.Optional;

/**
 * A schema: attributes under a name.
 *
 * @param id its URN
 * @param name for people
 * @param description for people
 * @param attributes in the order in which they are told
 */
public record ScimSchema(
    String id, String name, String description, List<ScimAttribute> attributes) {
  /** Copies. */
  public ScimSchema {
    attributes = List.copyOf(attributes);
  }

  /** The attribute with a name, in any case of letters. */
  public Optional<ScimAttribute> attribute(String wanted) {
    return ScimAttribute.named(attributes, wanted);
  }
}
