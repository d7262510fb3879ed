package io.ledgerline.ingest.inlet.bedrock;

/**
 * What a request body says that the price of images depends on, in the words of the body. Each is
 * null when absent. Only these few words are ever taken from a body.
 *
 * @param numberOfImages {@code imageGenerationConfig.numberOfImages}
 * @param quality {@code imageGenerationConfig.quality}
 * @param height {@code imageGenerationConfig.height}
 * @param width {@code imageGenerationConfig.width}
 * @param steps {@code steps}
 * @param samples {@code samples}
 * @param hasInputImage whether there is an {@code inputImage}
 */
public record ImageRequest(
    String numberOfImages,
    String quality,
    String height,
    String width,
    String steps,
    String samples,
    boolean hasInputImage) {
  /** A body that says nothing about images. */
  public static final ImageRequest NONE =
      new ImageRequest(null, null, null, null, null, null, false);
}
