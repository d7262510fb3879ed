package io.ledgerline.report.pricing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a quantity, in the price's unit, becomes an amount. Pure and exact; nothing is rounded. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FlatRate.class, name = "flat"),
  @JsonSubTypes.Type(value = PackageRate.class, name = "package"),
  @JsonSubTypes.Type(value = GraduatedRate.class, name = "graduated"),
  @JsonSubTypes.Type(value = VolumeRate.class, name = "volume"),
  @JsonSubTypes.Type(value = RequestSizeRate.class, name = "request-size")
})
public sealed interface Rate
    permits FlatRate, PackageRate, GraduatedRate, VolumeRate, RequestSizeRate {}
