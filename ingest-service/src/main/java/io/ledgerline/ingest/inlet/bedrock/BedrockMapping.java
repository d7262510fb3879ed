package io.ledgerline.ingest.inlet.bedrock;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.SourceTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a record of the model invocation log means as usage. */
public final class BedrockMapping {
  /** Provider name in the OpenTelemetry GenAI spelling. */
  public static final String PROVIDER = "aws.bedrock";

  private static final Set<ImageModels.Kind> PRICED_BY_BODY =
      EnumSet.of(
          ImageModels.Kind.TITAN_GENERATOR,
          ImageModels.Kind.NOVA_CANVAS,
          ImageModels.Kind.STABLE_DIFFUSION_XL);

  /** Throughput that is paid by the hour, whatever is asked of it. */
  private static final Pattern PROVISIONED = Pattern.compile(":provisioned-model/[^/]+$");

  private BedrockMapping() {}

  /**
   * The body that has to be read before the price is known: only for models priced by what the
   * request asked for, only when it lies apart, and only when the call succeeded.
   *
   * @throws InvalidValueException when the record is no usage at all or the path is none
   */
  public static Optional<BodyPath> bodyNeeded(BedrockRecord record) {
    if (failed(record) || record.inputBodyPath() == null) {
      return Optional.empty();
    }
    return PRICED_BY_BODY.contains(ImageModels.kind(model(record)))
        ? Optional.of(BodyPath.parse(record.inputBodyPath()))
        : Optional.empty();
  }

  /**
   * The usage event of a record.
   *
   * @param image what the request body says: the record's own, or that of the body read for {@link
   *     #bodyNeeded}
   * @throws InvalidValueException when a field is missing or breaks a rule; the field is named as
   *     the record names it
   */
  public static UsageEvent event(BedrockRecord record, ImageRequest image) {
    String account = required("accountId", record.accountId());
    String region = required("region", record.region());
    String requestId = required("requestId", record.requestId());
    String arn = Texts.required("identity.arn", record.identityArn(), Texts.MAX_PRINCIPAL);
    String model = model(record);
    Instant time = SourceTime.parse("timestamp", required("timestamp", record.timestamp()));
    ImageModels.Kind kind = failed(record) ? ImageModels.Kind.NONE : ImageModels.kind(model);
    return new UsageEvent(
        new EventIdentity(new SourceName("aws:bedrock:" + account + ":" + region), requestId),
        time,
        new Origin(account, arn, null, null),
        new ServiceUse(PROVIDER, model, region, record.operation()),
        priceClass(record, kind, image),
        quantities(record, kind, image),
        fitting(record.requestMetadata()),
        attributes(record, model));
  }

  private static PriceClass priceClass(
      BedrockRecord record, ImageModels.Kind kind, ImageRequest image) {
    try {
      SortedMap<String, String> values =
          new TreeMap<>(ImageModels.priceClass(kind, image).values());
      if (PROVISIONED.matcher(record.modelId()).find()) {
        values.put("throughput", "provisioned");
      }
      return PriceClass.of(values);
    } catch (InvalidValueException e) {
      String field = e.field().startsWith("priceClass") ? "input.inputBodyJson" : e.field();
      throw new InvalidValueException(field, e.code(), e.detail());
    }
  }

  private static Quantities quantities(
      BedrockRecord record, ImageModels.Kind kind, ImageRequest image) {
    if (failed(record)) {
      return Quantities.of(MeterName.FAILED_REQUESTS, 1);
    }
    SortedMap<MeterName, Quantity> byMeter = new TreeMap<>();
    byMeter.put(MeterName.REQUESTS, Quantity.ONE);
    put(byMeter, MeterName.INPUT_TOKENS, record.counts().input());
    put(byMeter, MeterName.CACHE_READ_TOKENS, record.counts().cacheRead());
    put(byMeter, MeterName.CACHE_WRITE_TOKENS, record.counts().cacheWrite());
    put(byMeter, MeterName.OUTPUT_TOKENS, record.counts().output());
    Quantity images = ImageModels.images(kind, image, record.inputBodyPath() != null);
    put(byMeter, MeterName.IMAGES, images.equals(Quantity.ZERO) ? null : images);
    return new Quantities(byMeter);
  }

  private static void put(
      SortedMap<MeterName, Quantity> byMeter, MeterName meter, Quantity quantity) {
    if (quantity != null) {
      byMeter.put(meter, quantity);
    }
  }

  private static Labels attributes(BedrockRecord record, String model) {
    SortedMap<String, String> attributes = new TreeMap<>();
    if (!record.modelId().equals(model)) {
      attributes.put("model_id", record.modelId());
    }
    if (record.inferenceRegion() != null) {
      attributes.put("inference_region", record.inferenceRegion());
    }
    return fitting(attributes);
  }

  /** Labels that fit; one that does not is left out: it is no reason to lose the usage. */
  private static Labels fitting(Map<String, String> labels) {
    SortedMap<String, String> kept = new TreeMap<>();
    for (var label : new TreeMap<>(labels).entrySet()) {
      if (kept.size() < Labels.MAX_LABELS && fits(label)) {
        kept.put(label.getKey(), label.getValue());
      }
    }
    return new Labels(kept);
  }

  private static boolean fits(Map.Entry<String, String> label) {
    try {
      Labels.of(Map.of(label.getKey(), label.getValue()));
      return true;
    } catch (InvalidValueException e) {
      return false;
    }
  }

  private static boolean failed(BedrockRecord record) {
    return record.errorCode() != null && !record.errorCode().isEmpty();
  }

  private static String model(BedrockRecord record) {
    String id = Texts.required("modelId", record.modelId(), Texts.MAX_PRINCIPAL);
    return required("modelId", id.substring(id.lastIndexOf('/') + 1));
  }

  private static String required(String field, String value) {
    return Texts.required(field, value, Texts.MAX_NAME);
  }
}
