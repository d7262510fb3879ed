package io.ledgerline.report.allocation;

import static io.ledgerline.report.allocation.Allocations.TOKENS;
import static io.ledgerline.report.allocation.Allocations.plain;
import static io.ledgerline.report.allocation.Allocations.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.platform.json.JsonSettings;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AllocationRuleTest {
  private static final List<TargetShare> TWO = plain("cost-centre:a", "cost-centre:b");

  @Test
  void aRuleIsReadAsItIsWritten() throws Exception {
    AllocationRule rule =
        new AllocationRule(
            Method.FIXED,
            7,
            WeightKind.PERCENT,
            List.of(
                share("workspace:acc/ws", "33.3", "1.50"), share("cost-centre:b", "66.7", null)),
            null,
            null,
            Currency.getInstance("USD"),
            3);
    String json = JsonSettings.newMapper().writeValueAsString(rule);

    assertThat(JsonSettings.newMapper().readValue(json, AllocationRule.class)).isEqualTo(rule);
    assertThat(json)
        .contains("\"target\":\"workspace:acc/ws\"", "\"method\":\"fixed\"", "\"percent\"")
        .doesNotContain("null");
  }

  @Test
  void targetsAndEveryExcludeEachOther() {
    refused("targets-or-every", () -> even(TWO, Target.Kind.WORKSPACE));
    refused("targets-or-every", () -> even(List.of(), null));
  }

  @Test
  void aTargetIsNamedOnce() {
    refused("duplicate-target", () -> even(plain("cost-centre:a", "cost-centre:a"), null));
  }

  @Test
  void onlyFixedSharesHaveWeights() {
    refused("unexpected-weight", () -> even(List.of(share("cost-centre:a", "1", null)), null));
    refused("missing-weight", () -> fixed(null, TWO));
  }

  @Test
  void percentagesAddUpToAHundred() {
    refused(
        "percent-not-100",
        () -> fixed(WeightKind.PERCENT, List.of(share("cost-centre:a", "99.99", null))));
    refused("no-weight", () -> fixed(null, List.of(share("cost-centre:a", "0", null))));
  }

  @Test
  void numbersHaveBounds() {
    refused("out-of-range", () -> share("cost-centre:a", "-1", null));
    refused("out-of-range", () -> share("cost-centre:a", null, "1e12"));
    refused("out-of-range", () -> share("cost-centre:a", "0.0000000000001", null));
  }

  @Test
  void usageIsComparedAmongTargetsOfOneKind() {
    refused(
        "mixed-targets",
        () ->
            new AllocationRule(
                Method.BY_USAGE,
                0,
                null,
                plain("cost-centre:a", "workspace:b/c"),
                null,
                List.of(TOKENS),
                null,
                null));
    refused(
        "unexpected-meters",
        () -> new AllocationRule(Method.EVEN, 0, null, TWO, null, List.of(TOKENS), null, null));
  }

  @Test
  void aMinimumHasACurrencyAndItsDecimals() {
    refused("missing", () -> fixed(null, List.of(share("cost-centre:a", "1", "2"))));
    refused(
        "minimum-too-fine",
        () ->
            new AllocationRule(
                Method.FIXED,
                0,
                null,
                List.of(share("cost-centre:a", "1", "0.005")),
                null,
                null,
                Currency.getInstance("USD"),
                null));
  }

  @Test
  void namesAreTextsAndBack() {
    for (String text :
        List.of("cost-centre:a:b", "source-account:arn:aws:iam::1/x", "workspace:arn%2Fx%25/w/s")) {
      assertThat(Target.of(text)).hasToString(text);
    }
    assertThat(Target.of("workspace:arn%2Fx%25/w/s")).isEqualTo(Target.workspace("arn/x%", "w/s"));
    assertThat(Target.of("workspace:a%252F/w")).isEqualTo(Target.workspace("a%2F", "w"));
    assertThat(Pool.of("unallocated")).hasToString("cost-centre:suspense");
    assertThat(Pool.of("idle:AWS.Bedrock")).hasToString("idle:aws.bedrock");
    refused("unknown-target", () -> Target.of("workspace:a"));
    refused("unknown-target", () -> Target.of("tenant:a"));
    refused("unknown-pool", () -> Pool.of("shared"));
  }

  private static AllocationRule even(List<TargetShare> targets, Target.Kind every) {
    return new AllocationRule(Method.EVEN, 0, null, targets, every, null, null, null);
  }

  private static AllocationRule fixed(WeightKind kind, List<TargetShare> targets) {
    return new AllocationRule(Method.FIXED, 0, kind, targets, null, null, null, null);
  }

  private static void refused(String code, ThrowingCallable made) {
    assertThatThrownBy(made)
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
