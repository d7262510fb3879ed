package io.ledgerline.report.directory.scim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A type of resources.
 *
 * @param name such as {@code User}
 * @param endpoint where they are, below the base address
 * @param core the schema of its attributes
 * @param extensions schemas whose attributes lie in an object named after them
 */
public record ScimType(String name, String endpoint, ScimSchema core, List<ScimSchema> extensions)
    implements ScimScope {
  /** Copies. */
  public ScimType {
    extensions = List.copyOf(extensions);
  }

  /** The attributes that lie in the resource itself. */
  public List<ScimAttribute> attributes() {
    return Stream.concat(ScimSchemas.common().stream(), core.attributes().stream()).toList();
  }

  /** The extension with a URN, in any case of letters. */
  public Optional<ScimSchema> extension(String urn) {
    return extensions.stream().filter(one -> one.id().equalsIgnoreCase(urn)).findFirst();
  }

  @Override
  public Optional<ScimTarget> find(String path) {
    String within = below(core, path);
    if (within != null) {
      return ScimScope.of(null, attributes(), within);
    }
    for (ScimSchema extension : extensions) {
      String rest = below(extension, path);
      if (rest != null) {
        return ScimScope.of(extension.id(), extension.attributes(), rest);
      }
    }
    return ScimScope.of(null, attributes(), path);
  }

  /** What follows the schema's URN and a colon; null when the path does not begin so. */
  private static String below(ScimSchema schema, String path) {
    String prefix = schema.id() + ":";
    return path.regionMatches(true, 0, prefix, 0, prefix.length())
        ? path.substring(prefix.length())
        : null;
  }
}
