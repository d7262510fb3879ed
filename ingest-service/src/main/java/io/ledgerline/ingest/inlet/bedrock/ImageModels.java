package io.ledgerline.ingest.inlet.bedrock;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantity;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The models whose price depends on images, and how. */
final class ImageModels {
  /** Priced as 512 x 512; every other size is priced as 1024 x 1024. Height first. */
  private static final Set<String> PRICED_AS_512 =
      Set.of(
          "512x512", "384x576", "576x384", "384x640", "640x384", "448x576", "576x448", "384x704",
          "704x384", "320x704", "704x320");

  private static final String DEFAULT_QUALITY = "standard";
  private static final String DEFAULT_EDGE = "1408";
  private static final String CONFIG = "imageGenerationConfig.";
  private static final int NOVA_EDGE = 1024;
  private static final int DEFAULT_STEPS = 30;
  private static final int CHEAP_STEPS = 50;
  private static final int MAX_NUMBER = 100_000;

  /** The geography in front of a cross-region profile's id. */
  private static final Pattern GEOGRAPHY =
      Pattern.compile("(us|eu|apac|jp|au|ca|sa|us-gov|global)\\.(?=(amazon|stability)\\.)");

  private ImageModels() {}

  /** What a model makes of images. */
  enum Kind {
    /** No images are counted. */
    NONE,
    /** Titan's image generator: size and quality decide. */
    TITAN_GENERATOR,
    /** Nova Canvas: likewise, with a size of its own. */
    NOVA_CANVAS,
    /** Stability's later models: one image a call. */
    STABILITY_IMAGE,
    /** Stable Diffusion XL: the number of steps decides. */
    STABLE_DIFFUSION_XL,
    /** Titan's image embedding: an image counts when one was given. */
    TITAN_EMBEDDING
  }

  static Kind kind(String model) {
    String id = GEOGRAPHY.matcher(model).replaceFirst("");
    if (id.startsWith("amazon.titan-image-generator")) {
      return Kind.TITAN_GENERATOR;
    }
    if (id.startsWith("amazon.nova-canvas")) {
      return Kind.NOVA_CANVAS;
    }
    if (id.startsWith("stability.sd3") || id.startsWith("stability.stable-image")) {
      return Kind.STABILITY_IMAGE;
    }
    if (id.startsWith("stability.stable-diffusion-xl")) {
      return Kind.STABLE_DIFFUSION_XL;
    }
    return id.startsWith("amazon.titan-embed-image") ? Kind.TITAN_EMBEDDING : Kind.NONE;
  }

  /** How many images; zero when none are counted. */
  static Quantity images(Kind kind, ImageRequest image, boolean hasBodyApart) {
    return switch (kind) {
      case TITAN_GENERATOR, NOVA_CANVAS ->
          Quantity.of(number(CONFIG + "numberOfImages", image.numberOfImages(), 1, 1));
      case STABLE_DIFFUSION_XL -> Quantity.of(number("samples", image.samples(), 1, 1));
      case STABILITY_IMAGE -> Quantity.ONE;
      case TITAN_EMBEDDING -> hasBodyApart || image.hasInputImage() ? Quantity.ONE : Quantity.ZERO;
      case NONE -> Quantity.ZERO;
    };
  }

  /** What the price depends on besides model and meter. */
  static PriceClass priceClass(Kind kind, ImageRequest image) {
    return switch (kind) {
      case TITAN_GENERATOR -> PriceClass.of(titan(image));
      case STABLE_DIFFUSION_XL ->
          PriceClass.of(
              Map.of(
                  "image_steps",
                  number("steps", image.steps(), DEFAULT_STEPS, 0) <= CHEAP_STEPS
                      ? "le50"
                      : "gt50"));
      case NOVA_CANVAS -> PriceClass.of(nova(image));
      case STABILITY_IMAGE, TITAN_EMBEDDING, NONE -> PriceClass.NONE;
    };
  }

  private static Map<String, String> titan(ImageRequest image) {
    String size = orElse(image.height(), DEFAULT_EDGE) + "x" + orElse(image.width(), DEFAULT_EDGE);
    return Map.of(
        "image_size",
        PRICED_AS_512.contains(size) ? "512" : "1024",
        "image_quality",
        orElse(image.quality(), DEFAULT_QUALITY));
  }

  /** Priced by the longer edge: up to 1024, or up to 2048. */
  private static Map<String, String> nova(ImageRequest image) {
    int height = number(CONFIG + "height", image.height(), NOVA_EDGE, 1);
    int width = number(CONFIG + "width", image.width(), NOVA_EDGE, 1);
    return Map.of(
        "image_size",
        Math.max(height, width) <= NOVA_EDGE ? "1024" : "2048",
        "image_quality",
        orElse(image.quality(), DEFAULT_QUALITY));
  }

  private static String orElse(String text, String absent) {
    return text == null ? absent : text;
  }

  private static int number(String field, String text, int absent, int least) {
    if (text == null) {
      return absent;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= MAX_NUMBER) {
        return number;
      }
    } catch (NumberFormatException ignored) {
      // Told below.
    }
    throw new InvalidValueException(
        "input.inputBodyJson." + field,
        "invalid-number",
        "'" + field + "' must be a whole number from " + least + " to " + MAX_NUMBER + ".");
  }
}
