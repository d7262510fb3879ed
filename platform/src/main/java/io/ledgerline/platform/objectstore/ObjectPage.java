package io.ledgerline.platform.objectstore;

import java.util.List;

/**
 * A part of a bucket's list, in the order of the keys' UTF-8 bytes.
 *
 * @param objects what is there
 * @param continuation to be given to the next call; null at the end
 */
public record ObjectPage(List<ObjectHead> objects, String continuation) {
  public ObjectPage {
    objects = List.copyOf(objects);
  }
}
