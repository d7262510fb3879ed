package io.ledgerline.report.pricing.imports.litellm;

import io.ledgerline.contracts.usage.PriceClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of the map, taken apart:
 *
 * <pre>
 * gpt-4o                                    the model gpt-4o
 * azure/gpt-4o                              the model azure/gpt-4o
 * bedrock/eu-central-1/anthropic.claude-v1  that name, in region eu-central-1 only
 * high/1024-x-1536/gpt-image-1              gpt-image-1 with image_quality=high;image_size=1024x1536
 * 512-x-512/50-steps/stability.…-xl-v0      with image_size=512x512;image_steps=le50
 * bedrock/us-east-1/1-month-commitment/…    reserved capacity
 * </pre>
 *
 * @param model the name, without what belongs to the price class
 * @param region null when the key names none
 * @param priceClass what the key says of the request
 * @param isReserved whether it prices capacity instead of usage
 */
record ModelKey(String model, String region, PriceClass priceClass, boolean isReserved) {
  private static final String BEDROCK = "bedrock";
  private static final Pattern SIZE = Pattern.compile("(\\d{2,5}|max)-x-(\\d{2,5}|max)");
  private static final Pattern STEPS = Pattern.compile("(\\d{1,4}|max)-steps");
  private static final Pattern COMMITMENT = Pattern.compile("\\d{1,2}-month-commitment");
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-gov)?-[a-z]{4,12}-\\d");
  private static final Set<String> QUALITIES = Set.of("standard", "hd", "low", "medium", "high");
  private static final int CHEAP_STEPS = 50;

  static ModelKey of(String key) {
    List<String> parts = new ArrayList<>(Arrays.asList(key.split("/", -1)));
    boolean reserved = parts.stream().anyMatch(part -> COMMITMENT.matcher(part).matches());
    PriceClass priceClass = priceClass(parts);
    boolean regional =
        parts.size() > 2
            && parts.getFirst().equals(BEDROCK)
            && REGION.matcher(parts.get(1)).matches();
    return new ModelKey(
        String.join("/", parts), regional ? parts.get(1) : null, priceClass, reserved);
  }

  /** Takes size, quality before it and steps after it out of {@code parts}. */
  private static PriceClass priceClass(List<String> parts) {
    SortedMap<String, String> found = new TreeMap<>();
    for (int i = 0; i < parts.size() - 1; i++) {
      Matcher size = SIZE.matcher(parts.get(i));
      if (size.matches()) {
        parts.remove(i);
        found.put(
            "image_size",
            size.group(1).equals("max") ? "max" : size.group(1) + "x" + size.group(2));
        takeSteps(parts, i, found);
        if (i > 0 && QUALITIES.contains(parts.get(i - 1))) {
          found.put("image_quality", parts.remove(i - 1));
        }
        break;
      }
    }
    return PriceClass.of(found);
  }

  private static void takeSteps(List<String> parts, int at, SortedMap<String, String> found) {
    Matcher steps = STEPS.matcher(parts.get(at));
    if (steps.matches() && at < parts.size() - 1) {
      parts.remove(at);
      found.put(
          "image_steps", steps.group(1).equals("max") ? "gt" + CHEAP_STEPS : "le" + steps.group(1));
    }
  }
}
