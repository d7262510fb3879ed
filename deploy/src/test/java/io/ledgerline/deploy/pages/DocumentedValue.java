package io.ledgerline.deploy.pages;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One value of the chart. Its meaning is the comment above it that starts with two dashes; a map
 * that has such a comment is one value, any other map a group of values.
 *
 * @param path names of the groups and the value, with dots between
 * @param defaultText the default as YAML on one line
 * @param meaning one or more sentences, empty when nothing is said
 */
record DocumentedValue(String path, String defaultText, String meaning) {
  private static final String MARK = "--";

  static List<DocumentedValue> readAll(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setProcessComments(true);
    List<DocumentedValue> values = new ArrayList<>();
    collect("", (MappingNode) new Yaml(options).compose(new StringReader(yaml)), values);
    return List.copyOf(values);
  }

  private static void collect(String group, MappingNode node, List<DocumentedValue> values) {
    for (NodeTuple entry : node.getValue()) {
      String path = group + ((ScalarNode) entry.getKeyNode()).getValue();
      String meaning = meaningOf(entry.getKeyNode());
      if (meaning.isEmpty() && entry.getValueNode() instanceof MappingNode inner) {
        collect(path + ".", inner, values);
      } else {
        values.add(new DocumentedValue(path, oneLine(entry.getValueNode()), meaning));
      }
    }
  }

  private static String meaningOf(Node key) {
    if (key.getBlockComments() == null) {
      return "";
    }
    String comment =
        key.getBlockComments().stream()
            .map(CommentLine::getValue)
            .map(String::strip)
            .collect(Collectors.joining(" "));
    int mark = comment.lastIndexOf(MARK);
    return mark < 0 ? "" : comment.substring(mark + MARK.length()).strip();
  }

  private static String oneLine(Node node) {
    return switch (node) {
      case ScalarNode scalar ->
          scalar.isPlain() ? scalar.getValue() : "\"" + scalar.getValue() + "\"";
      case SequenceNode list ->
          list.getValue().stream()
              .map(DocumentedValue::oneLine)
              .collect(Collectors.joining(", ", "[", "]"));
      case MappingNode map ->
          map.getValue().stream()
              .map(it -> oneLine(it.getKeyNode()) + ": " + oneLine(it.getValueNode()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> throw new IllegalArgumentException("no value of a chart: " + node);
    };
  }
}
