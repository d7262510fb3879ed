package io.ledgerline.report.vendor.vergeos;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a billing record, in the order in which clients know them. */
public enum RecordField {
  /** Its number among the tenant's records, from 1. */
  KEY("$key", "key", Kind.FACT),
  /** When it was made. */
  CREATED("created", "created", Kind.FACT),
  /** From when on its samples are, which is the end of the record before. */
  FROM("from", "from_at", Kind.FACT),
  /** Up to when its samples are. */
  TO("to", "to_at", Kind.FACT),
  /** When a report of it was delivered; 0 for not yet. */
  SENT("sent", "sent", Kind.FACT),
  /** What it is, for people. */
  DESCRIPTION("description", "description", Kind.TEXT),
  /** Virtual cores in use. */
  USED_CORES("used_cores"),
  /** Cores there are. */
  TOTAL_CORES("total_cores"),
  /** Cores of nodes that are online. */
  ONLINE_CORES("online_cores"),
  /** Nodes there are. */
  TOTAL_NODES("total_nodes"),
  /** Nodes that are online. */
  ONLINE_NODES("online_nodes"),
  /** Virtual machines that run. */
  RUNNING_MACHINES("running_machines"),
  /** Memory in use, in MB of 1024 times 1024 bytes. */
  USED_RAM("used_ram"),
  /** Memory there is, in MB. */
  TOTAL_RAM("total_ram"),
  /** Memory of nodes that are online, in MB. */
  ONLINE_RAM("online_ram"),
  /** Physical memory in use, in bytes. */
  PHYS_RAM_USED("phys_ram_used"),
  /** Physical memory of graphics processors in use, in bytes. */
  PHYS_VRAM_USED("phys_vram_used"),
  /** Use of the physical processors, in percent. */
  PHYS_TOTAL_CPU("phys_total_cpu"),
  /** Storage of tier 0 in use, in bytes. */
  TIER_0_USED("tier_0_used"),
  /** Storage of tier 0 there is, in bytes. */
  TIER_0_TOTAL("tier_0_total"),
  /** Storage of tier 1 in use, in bytes. */
  TIER_1_USED("tier_1_used"),
  /** Storage of tier 1 there is, in bytes. */
  TIER_1_TOTAL("tier_1_total"),
  /** Storage of tier 2 in use, in bytes. */
  TIER_2_USED("tier_2_used"),
  /** Storage of tier 2 there is, in bytes. */
  TIER_2_TOTAL("tier_2_total"),
  /** Storage of tier 3 in use, in bytes. */
  TIER_3_USED("tier_3_used"),
  /** Storage of tier 3 there is, in bytes. */
  TIER_3_TOTAL("tier_3_total"),
  /** Storage of tier 4 in use, in bytes. */
  TIER_4_USED("tier_4_used"),
  /** Storage of tier 4 there is, in bytes. */
  TIER_4_TOTAL("tier_4_total"),
  /** Storage of tier 5 in use, in bytes. */
  TIER_5_USED("tier_5_used"),
  /** Storage of tier 5 there is, in bytes. */
  TIER_5_TOTAL("tier_5_total"),
  /** Graphics processors there are. */
  GPUS_TOTAL("gpus_total"),
  /** Graphics processors in use. */
  GPUS("gpus"),
  /** Graphics processors that idle. */
  GPUS_IDLE("gpus_idle"),
  /** Virtual graphics processors there are. */
  VGPUS_TOTAL("vgpus_total"),
  /** Virtual graphics processors in use. */
  VGPUS("vgpus"),
  /** Virtual graphics processors that idle. */
  VGPUS_IDLE("vgpus_idle"),
  /** Samples of everything but storage that were counted. */
  WORKLOAD_DATAPOINTS("workload_datapoints", "workload_datapoints", Kind.FACT),
  /** Samples of storage tiers that were counted. */
  STORAGE_DATAPOINTS("storage_datapoints", "storage_datapoints", Kind.FACT),
  /** What made it: hourly, generate or import. Not among what the vendor's clients know. */
  ORIGIN("origin", "origin", Kind.OWN),
  /** Who made it: a key's public part, or schedule. Not among what the vendor's clients know. */
  GENERATED_BY("generated_by", "generated_by", Kind.OWN);

  /** The fields that the vendor's clients know. */
  public static final List<RecordField> ALL =
      Arrays.stream(values()).filter(field -> field.kind != Kind.OWN).toList();

  /** The fields that capacity samples have. */
  public static final List<RecordField> MEASURED =
      Arrays.stream(values()).filter(field -> field.kind == Kind.MEASURE).toList();

  private static final Map<String, RecordField> BY_WIRE =
      Arrays.stream(values()).collect(Collectors.toMap(RecordField::wire, Function.identity()));

  private enum Kind {
    /** A number that says something of the record itself. */
    FACT,
    /** A number that comes out of samples. */
    MEASURE,
    /** A text that clients know. */
    TEXT,
    /** A text of ours. */
    OWN
  }

  private final String wire;
  private final String column;
  private final Kind kind;

  RecordField(String measure) {
    this(measure, measure, Kind.MEASURE);
  }

  RecordField(String wire, String column, Kind kind) {
    this.wire = wire;
    this.column = column;
    this.kind = kind;
  }

  /** Finds a field by the name that clients use. */
  public static Optional<RecordField> of(String wire) {
    return Optional.ofNullable(BY_WIRE.get(wire));
  }

  /** The name that clients use; of a measured field the meter's name too. */
  public String wire() {
    return wire;
  }

  /** The name in the table. */
  public String column() {
    return column;
  }

  /** Whether it is a number; the others are texts. */
  public boolean isNumber() {
    return kind == Kind.FACT || kind == Kind.MEASURE;
  }

  /** Whether it is a share in percent, which does not add up over resources. */
  public boolean isPercentage() {
    return this == PHYS_TOTAL_CPU;
  }

  /** Whether it measures a storage tier. */
  public boolean isStorage() {
    return kind == Kind.MEASURE && wire.startsWith("tier_");
  }
}
