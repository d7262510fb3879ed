package io.ledgerline.notify.delivery.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerline.notify.channel.Receipt;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A delivery with all that happened to it.
 *
 * @param delivery its members beside the others
 * @param attemptLog all attempts, oldest first
 * @param receipt what the receiver's side gave as proof; null until delivered
 */
@Schema(name = "DeliveryStory", description = "A delivery with its attempts and receipt.")
public record DeliveryStoryView(
    @JsonUnwrapped DeliveryView delivery, List<AttemptView> attemptLog, Receipt receipt) {}
