package io.ledgerline.notify.channel;

import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.contracts.message.ReportCompleted;
import java.util.UUID;

/**
 * One report on its way to one target.
 *
 * @param deliveryId the delivery, the same in every attempt
 * @param report what is delivered
 * @param target where it goes; one of the report's targets
 */
public record Shipment(UUID deliveryId, ReportCompleted report, DeliveryTarget target) {}
