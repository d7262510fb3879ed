package io.ledgerline.platform.problem.surface;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The surfaces of this service. */
@Singleton
public class Surfaces {
  private final Instance<Surface> surfaces;

  Surfaces(Instance<Surface> surfaces) {
    this.surfaces = surfaces;
  }

  /**
   * Finds the surface that a path is of; empty for Ledgerline's own paths.
   *
   * @param path of the request; null when unknown
   */
  public Optional<Surface> of(String path) {
    if (path == null) {
      return Optional.empty();
    }
    String whole = path.startsWith("/") ? path : "/" + path;
    return surfaces.stream().filter(surface -> surface.owns(whole)).findFirst();
  }
}
