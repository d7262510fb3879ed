package io.ledgerline.deploy.pages;

import com.github.javaparser.javadoc.description.JavadocDescription;
import com.github.javaparser.javadoc.description.JavadocInlineTag;
import java.util.stream.Collectors;

/** Javadoc as Markdown. */
final class Markdown {
  private Markdown() {}

  /** One line, fit for a table's cell. */
  static String of(JavadocDescription description) {
    return description.getElements().stream()
        .map(element -> element instanceof JavadocInlineTag tag ? code(tag) : element.toText())
        .collect(Collectors.joining())
        .replaceAll("</?(p|b|em|i)>", "")
        .replaceAll("\\s+", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("|", "\\|")
        .strip();
  }

  private static String code(JavadocInlineTag tag) {
    String content = tag.getContent().strip();
    return switch (tag.getType()) {
      case LINK, LINKPLAIN -> {
        String[] parts = content.split("\\s+", 2);
        yield parts.length == 2 ? parts[1] : "`" + parts[0].replaceFirst("^.*#", "") + "`";
      }
      default -> "`" + content + "`";
    };
  }
}
