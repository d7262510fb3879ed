package io.ledgerline.report.directory.scim;

import java.util.List;
import java.util.Optional;

/** What attribute paths are read against: a type of resources, or the parts of an attribute. */
@FunctionalInterface
public interface ScimScope {
  /**
   * What a path such as {@code userName}, {@code name.familyName} or {@code urn:…:User:department}
   * names; empty when nothing.
   */
  Optional<ScimTarget> find(String path);

  /** The parts of an attribute, for filters in brackets behind it. */
  static ScimScope within(ScimAttribute attribute) {
    List<ScimAttribute> parts =
        attribute.sub().isEmpty()
            ? List.of(
                new ScimAttribute(
                    "value",
                    attribute.type(),
                    false,
                    attribute.traits(),
                    List.of(),
                    attribute.description()))
            : attribute.sub();
    return path -> of(null, parts, path);
  }

  /** Reads {@code name} or {@code name.part} against attributes. */
  static Optional<ScimTarget> of(String extension, List<ScimAttribute> all, String path) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    Optional<ScimAttribute> attribute = ScimAttribute.named(all, name);
    if (dot < 0) {
      return attribute.map(found -> new ScimTarget(extension, found, null, null));
    }
    return attribute.flatMap(
        found ->
            found
                .part(path.substring(dot + 1))
                .map(part -> new ScimTarget(extension, found, null, part)));
  }
}
