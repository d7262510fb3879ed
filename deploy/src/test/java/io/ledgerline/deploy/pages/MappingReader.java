package io.ledgerline.deploy.pages;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.nodeTypes.NodeWithJavadoc;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads configuration keys from the source of {@code @ConfigMapping} interfaces, because only the
 * source has the Javadoc. Knows what the interfaces of this repository use: optional keys, groups,
 * maps and lists of groups, {@code @WithName}, {@code @WithParentName}, {@code @WithDefault}.
 */
final class MappingReader {
  private final JavaParser parser =
      new JavaParser(
          new ParserConfiguration()
              .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE));
  private final Function<String, Optional<String>> sources;

  /**
   * @param sources finds the source of another type of the same package by its simple name, for
   *     groups that are declared in a file of their own
   */
  MappingReader(Function<String, Optional<String>> sources) {
    this.sources = sources;
  }

  /** Reads the mappings of one file; empty when it has none. */
  List<ConfigGroup> read(String module, String source) {
    List<ConfigGroup> groups = new ArrayList<>();
    for (ClassOrInterfaceDeclaration type : types(source)) {
      type.getAnnotationByName("ConfigMapping")
          .ifPresent(
              mapping -> {
                String prefix = value(mapping, "prefix");
                List<ConfigKey> keys = new ArrayList<>();
                collect(prefix, type, keys);
                groups.add(new ConfigGroup(module, prefix, meaning(type), List.copyOf(keys)));
              });
    }
    return groups;
  }

  private List<ClassOrInterfaceDeclaration> types(String source) {
    var result = parser.parse(source);
    CompilationUnit unit =
        result
            .getResult()
            .filter(ignored -> result.isSuccessful())
            .orElseThrow(() -> new IllegalStateException(result.getProblems().toString()));
    return unit.findAll(ClassOrInterfaceDeclaration.class);
  }

  private void collect(String prefix, ClassOrInterfaceDeclaration type, List<ConfigKey> keys) {
    for (MethodDeclaration method : type.getMethods()) {
      if (method.isDefault() || method.isStatic()) {
        continue;
      }
      String name = prefix;
      if (method.getAnnotationByName("WithParentName").isEmpty()) {
        name +=
            "." + annotation(method, "WithName").orElseGet(() -> kebab(method.getNameAsString()));
      }
      add(name, method.getType(), method, keys);
    }
  }

  private void add(String name, Type type, MethodDeclaration method, List<ConfigKey> keys) {
    Optional<ClassOrInterfaceDeclaration> group = group(type, method);
    if (group.isPresent()) {
      collect(name, group.get(), keys);
    } else if (isOf(type, "Map")) {
      add(name + ".<" + singular(method) + ">", argument(type, 1), method, keys);
    } else if (isOf(type, "List") && group(argument(type, 0), method).isPresent()) {
      add(name + "[<index>]", argument(type, 0), method, keys);
    } else if (isOf(type, "Optional") && group(argument(type, 0), method).isPresent()) {
      add(name, argument(type, 0), method, keys);
    } else {
      keys.add(
          new ConfigKey(
              name,
              typeName(type),
              type.asString().startsWith("Optional") || isOf(method.getType(), "Map"),
              annotation(method, "WithDefault").orElse(null),
              meaning(method)));
    }
  }

  private Optional<ClassOrInterfaceDeclaration> group(Type type, MethodDeclaration method) {
    if (!type.isClassOrInterfaceType()
        || type.asClassOrInterfaceType().getTypeArguments().isPresent()) {
      return Optional.empty();
    }
    String name = type.asClassOrInterfaceType().getNameAsString();
    Optional<ClassOrInterfaceDeclaration> near =
        method
            .findCompilationUnit()
            .flatMap(
                unit ->
                    unit.findFirst(
                        ClassOrInterfaceDeclaration.class,
                        it -> it.isInterface() && it.getNameAsString().equals(name)));
    return near.isPresent()
        ? near
        : sources
            .apply(name)
            .flatMap(
                source ->
                    types(source).stream()
                        .filter(it -> it.isInterface() && it.getNameAsString().equals(name))
                        .findFirst());
  }

  private static String typeName(Type type) {
    if (type instanceof ClassOrInterfaceType reference
        && reference.getTypeArguments().isPresent()) {
      String inner = typeName(argument(type, 0));
      return isOf(type, "Optional") ? inner : "list of " + inner;
    }
    return switch (type.asString()) {
      case "String" -> "text";
      case "int", "long", "Integer", "Long", "OptionalInt", "OptionalLong" -> "whole number";
      case "boolean", "Boolean" -> "true or false";
      case "double", "BigDecimal" -> "number";
      case "URI", "URL" -> "URL";
      default -> kebab(type.asString()).replace('-', ' ');
    };
  }

  private static boolean isOf(Type type, String name) {
    return type instanceof ClassOrInterfaceType reference
        && reference.getNameAsString().equals(name);
  }

  private static Type argument(Type type, int index) {
    return type.asClassOrInterfaceType().getTypeArguments().orElseThrow().get(index);
  }

  private static String singular(MethodDeclaration method) {
    String[] words = kebab(method.getNameAsString()).split("-");
    return words[words.length - 1].replaceFirst("s$", "");
  }

  private static Optional<String> annotation(NodeWithAnnotations<?> node, String name) {
    return node.getAnnotationByName(name).map(it -> value(it, "value"));
  }

  private static String value(AnnotationExpr annotation, String member) {
    Expression value =
        annotation.isSingleMemberAnnotationExpr()
            ? annotation.asSingleMemberAnnotationExpr().getMemberValue()
            : annotation.asNormalAnnotationExpr().getPairs().stream()
                .filter(pair -> pair.getNameAsString().equals(member))
                .findFirst()
                .orElseThrow()
                .getValue();
    return value.asStringLiteralExpr().asString();
  }

  private static String meaning(NodeWithJavadoc<?> node) {
    return node.getJavadoc().map(it -> Markdown.of(it.getDescription())).orElse("");
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase();
  }
}
