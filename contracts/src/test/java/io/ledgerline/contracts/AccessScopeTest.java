package io.ledgerline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessScopeTest {
  private static AccessScope accounts(String... names) {
    return new AccessScope(Set.of(names), null);
  }

  private static AccessScope centres(String... codes) {
    return new AccessScope(null, Set.of(codes));
  }

  @ParameterizedTest
  @CsvSource({"a,true", "ab,false", "lab-,true", "lab-1,true", "lab,false", "A,false"})
  void anAccountIsNamedWholeOrByHowItBegins(String account, boolean covered) {
    assertThat(accounts("a", "lab-*").coversAccount(account)).isEqualTo(covered);
  }

  @Test
  void usageIsSeenByItsAccountOrByACostCentreAboveIt() {
    AccessScope scope = new AccessScope(Set.of("a"), Set.of("research"));
    assertThat(scope.covers("a", Set.of())).isTrue();
    assertThat(scope.covers("b", Set.of("lab", "research", "company"))).isTrue();
    assertThat(scope.covers("b", Set.of("sales", "company"))).isFalse();
    assertThat(scope.covers("b", Set.of())).isFalse();
  }

  @Test
  void aScopeContainsWhatNamesNothingElse() {
    AccessScope wide = new AccessScope(Set.of("a", "lab-*"), Set.of("research"));
    assertThat(wide.contains(wide)).isTrue();
    assertThat(wide.contains(accounts("a", "lab-1", "lab-2*"))).isTrue();
    assertThat(wide.contains(centres("research"))).isTrue();
    assertThat(wide.contains(accounts("a*"))).isFalse();
    assertThat(wide.contains(accounts("la*"))).isFalse();
    assertThat(wide.contains(new AccessScope(Set.of("a"), Set.of("sales")))).isFalse();
  }

  @Test
  void itsOneTextIsReadBack() {
    AccessScope scope = new AccessScope(Set.of("b", "a:c", "z*"), Set.of("x", "account:"));
    assertThat(scope.canonical())
        .isEqualTo("account:a:c\naccount:b\naccount:z*\ncost-centre:account:\ncost-centre:x");
    assertThat(AccessScope.ofCanonical(scope.canonical())).isEqualTo(scope);
    assertThat(AccessScope.ofCanonical(centres("x").canonical())).isEqualTo(centres("x"));
    assertThat(AccessScope.ofCanonical(null)).isNull();
  }

  @Test
  void itsJsonNamesOnlyWhatThereIs() throws JsonProcessingException {
    assertThat(Json.write(accounts("b", "a"))).isEqualTo("{\"sourceAccounts\":[\"a\",\"b\"]}");
    assertThat(Json.read("{\"costCentres\":[\"x\"]}", AccessScope.class)).isEqualTo(centres("x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "a*b", "**", "a**"})
  void aStarStandsAtTheEndAlone(String account) {
    fails(() -> accounts(account), "invalid-account-pattern");
  }

  @Test
  void aScopeNamesSomethingAndNotTooMuch() {
    fails(() -> new AccessScope(null, Set.of()), "scope-empty");
    fails(() -> accounts(" "), "missing");
    fails(() -> accounts("a\nb"), "control-character");
    fails(() -> accounts("x".repeat(257)), "text-too-long");
    Set<String> many =
        IntStream.rangeClosed(0, AccessScope.MOST)
            .mapToObj(Integer::toString)
            .collect(Collectors.toSet());
    fails(() -> new AccessScope(many, null), "scope-too-large");
    fails(() -> new AccessScope(null, many), "scope-too-large");
  }

  private static void fails(Runnable make, String code) {
    assertThatThrownBy(make::run)
        .asInstanceOf(type(InvalidValueException.class))
        .returns(code, InvalidValueException::code);
  }
}
