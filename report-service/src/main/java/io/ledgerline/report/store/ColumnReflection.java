package io.ledgerline.report.store;

import io.ledgerline.report.allocation.AllocationKey;
import io.ledgerline.report.allocation.AllocationRule;
import io.ledgerline.report.allocation.Method;
import io.ledgerline.report.allocation.Pool;
import io.ledgerline.report.allocation.ProviderCost;
import io.ledgerline.report.allocation.ProviderMonth;
import io.ledgerline.report.allocation.Target;
import io.ledgerline.report.allocation.TargetShare;
import io.ledgerline.report.allocation.WeightKind;
import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.RuleMatch;
import io.ledgerline.report.attribution.RuleTarget;
import io.ledgerline.report.directory.MemberFacts;
import io.ledgerline.report.directory.MembershipKey;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.UserFacts;
import io.ledgerline.report.directory.UserKey;
import io.ledgerline.report.directory.WorkspaceFacts;
import io.ledgerline.report.directory.WorkspaceKey;
import io.ledgerline.report.ledger.BatchEvent;
import io.ledgerline.report.ledger.BatchTotal;
import io.ledgerline.report.ledger.Consumption;
import io.ledgerline.report.ledger.DailySum;
import io.ledgerline.report.ledger.HourTotal;
import io.ledgerline.report.ledger.LedgerFinding;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.ledger.PlaceSum;
import io.ledgerline.report.ledger.QuarterSum;
import io.ledgerline.report.ledger.Watermark;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.AliasedModel;
import io.ledgerline.report.pricing.Band;
import io.ledgerline.report.pricing.Bands;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.ModelAlias;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PackageRate;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.VolumeRate;
import io.ledgerline.report.rating.HistorySums;
import io.ledgerline.report.reconciliation.Difference;
import io.ledgerline.report.reconciliation.Reconciliation;
import io.ledgerline.report.reconciliation.Sums;
import io.ledgerline.report.report.PeriodSpec;
import io.ledgerline.report.report.RunFailure;
import io.ledgerline.report.report.RunProgress;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.rollup.BatchEffect;
import io.ledgerline.report.rollup.rebuild.RebuildFailure;
import io.ledgerline.report.rollup.rebuild.RebuildProgress;
import io.ledgerline.report.rollup.rebuild.RowDifference;
import io.ledgerline.report.vendor.dynamoguard.TokenTotals;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Tells the native image of the records that only {@code jsonb} columns and the ledger's detail
 * stream see: nothing else there says that they are read and written as JSON.
 */
@RegisterForReflection(
    targets = {
      AllocationKey.class,
      AllocationRule.class,
      Method.class,
      Pool.class,
      Pool.Kind.class,
      ProviderCost.class,
      ProviderMonth.class,
      Target.class,
      Target.Kind.class,
      TargetShare.class,
      WeightKind.class,
      AliasedModel.class,
      ModelAlias.class,
      Accumulation.class,
      Accumulation.Reset.class,
      Accumulation.Scope.class,
      Band.class,
      Bands.class,
      BatchEffect.class,
      BatchEffect.Part.class,
      BatchEvent.class,
      BatchTotal.class,
      Consumption.class,
      Consumption.Group.class,
      DailySum.class,
      HourTotal.class,
      LedgerFinding.class,
      PlaceSum.class,
      PlaceSum.OfMeter.class,
      QuarterSum.class,
      LedgerFinding.EventRef.class,
      CostCentre.class,
      CostCentreCode.class,
      Difference.class,
      Difference.Kind.class,
      FlatRate.class,
      GraduatedRate.class,
      HistorySums.class,
      HistorySums.Sum.class,
      LedgerLine.class,
      MemberFacts.class,
      MembershipKey.class,
      ModelSelector.class,
      ModelSelector.Kind.class,
      PackageRate.class,
      Person.class,
      PriceMatch.class,
      PriceUnit.class,
      Rate.class,
      RequestSizeRate.class,
      Tariff.class,
      VolumeRate.class,
      PeriodSpec.class,
      PeriodSpec.Day.class,
      PeriodSpec.Month.class,
      PeriodSpec.Range.class,
      PeriodSpec.Rolling24Hours.class,
      RebuildFailure.class,
      RebuildProgress.class,
      Reconciliation.class,
      Reconciliation.Result.class,
      RowDifference.class,
      RuleMatch.class,
      RuleTarget.class,
      RunFailure.class,
      RunProgress.class,
      RunTotals.class,
      RunTotals.ByModel.class,
      RunTotals.Unrated.class,
      Sums.class,
      TokenTotals.class,
      UserFacts.class,
      UserKey.class,
      Watermark.class,
      WorkspaceFacts.class,
      WorkspaceKey.class
    },
    registerFullHierarchy = true)
final class ColumnReflection {
  private ColumnReflection() {}
}
