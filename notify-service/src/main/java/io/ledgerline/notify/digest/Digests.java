package io.ledgerline.notify.digest;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes digests. A kind has its own templates in the folder {@code templates/digest/<kind>}
 * ({@code subject.txt}, {@code text.txt} and, if it wants one, {@code html.html}); a kind without a
 * folder gets the templates of {@code default}.
 */
@ApplicationScoped
public class Digests {
  private static final String ROOT = "digest/";
  private static final String DEFAULT = "default";
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  /** Kinds whose digests are those of another. */
  private static final Map<String, String> ALIKE = Map.of("daily-usage-strict", "daily-usage");

  private final Engine engine;

  Digests(Engine engine) {
    this.engine = engine;
  }

  /** Writes the digest of a report. Pure in effect: same data, same words. */
  public Digest write(DigestData data) {
    String folder = folderOf(ALIKE.getOrDefault(data.kind(), data.kind()));
    Template html = engine.getTemplate(folder + "/html.html");
    return new Digest(
        render(engine.getTemplate(folder + "/subject.txt"), data),
        render(engine.getTemplate(folder + "/text.txt"), data),
        html == null ? null : render(html, data));
  }

  private String folderOf(String kind) {
    boolean own =
        KIND.matcher(kind).matches() && engine.getTemplate(ROOT + kind + "/text.txt") != null;
    return ROOT + (own ? kind : DEFAULT);
  }

  private static String render(Template template, DigestData data) {
    return template.data("report", data).render().strip();
  }
}
