package io.ledgerline.report.directory.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FilterLawsTest {
  private static ScimFilter parse(String filter) {
    return FilterParser.parse(filter, ScimSchemas.USERS);
  }

  @Provide
  Arbitrary<String> filters() {
    Arbitrary<String> attributes =
        Arbitraries.of("userName", "title", "name.givenName", "emails.type", "emails", "nickName");
    Arbitrary<String> operators =
        Arbitraries.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
    Arbitrary<String> values = Arbitraries.of("a", "b", "ab", "work", "");
    Arbitrary<String> comparisons =
        Combinators.combine(attributes, operators, values)
            .as((a, o, v) -> a + " " + o + " \"" + v + "\"");
    Arbitrary<String> leaves =
        Arbitraries.oneOf(
            comparisons,
            attributes.map(a -> a + " pr"),
            values.map(v -> "emails[type eq \"" + v + "\"]"));
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Combinators.combine(inner, inner, Arbitraries.of(" and ", " or "), Arbitraries.of(0, 1))
                .as((a, b, word, not) -> (not == 1 ? "not (" : "(") + a + word + b + ")"),
        0,
        3);
  }

  @Provide
  Arbitrary<ObjectNode> users() {
    Arbitrary<String> texts = Arbitraries.of("a", "B", "ab", "work", "c");
    return Combinators.combine(texts, texts.injectNull(0.3), texts.list().ofMaxSize(3))
        .as(FilterLawsTest::user);
  }

  private static ObjectNode user(String name, String title, List<String> emails) {
    ObjectNode user = JsonNodeFactory.instance.objectNode().put("userName", name);
    if (title != null) {
      user.put("title", title);
      user.putObject("name").put("givenName", title);
    }
    emails.forEach(
        email ->
            user.withArrayProperty("emails").addObject().put("value", email).put("type", email));
    return user;
  }

  @Property
  void notIsTheContraryAndAndAndOrAreAsInLogic(
      @ForAll("filters") String a, @ForAll("filters") String b, @ForAll("users") ObjectNode user) {
    boolean first = parse(a).matches(user);
    boolean second = parse(b).matches(user);
    assertThat(parse("not (" + a + ")").matches(user)).isEqualTo(!first);
    assertThat(parse("(" + a + ") and (" + b + ")").matches(user)).isEqualTo(first && second);
    assertThat(parse("(" + a + ") or (" + b + ")").matches(user)).isEqualTo(first || second);
  }

  @Property
  void andBindsMoreThanOr(
      @ForAll("filters") String a,
      @ForAll("filters") String b,
      @ForAll("filters") String c,
      @ForAll("users") ObjectNode user) {
    String first = "(" + a + ")";
    String second = "(" + b + ")";
    String third = "(" + c + ")";
    assertThat(parse(first + " or " + second + " and " + third).matches(user))
        .isEqualTo(parse(first + " or (" + second + " and " + third + ")").matches(user));
  }

  @Property
  void anyTextIsReadOrRefusedAsAFilter(@ForAll String text) {
    try {
      assertThat(parse(text)).isNotNull();
    } catch (ScimFault fault) {
      assertThat(fault.kind()).isEqualTo(ScimFault.Kind.INVALID_FILTER);
    }
  }

  @Property
  void aFilterCutAnywhereIsReadOrRefused(@ForAll("filters") String filter, @ForAll int at) {
    anyTextIsReadOrRefusedAsAFilter(filter.substring(0, Math.floorMod(at, filter.length())));
  }
}
