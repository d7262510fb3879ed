package io.ledgerline.report.vendor.vergeos.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/** Works out what the vendor's client does with a list, the newest record first. */
final class ClientSummary {
  private static final double GB = 1024.0 * 1024 * 1024;

  private ClientSummary() {}

  static Map<String, Double> of(JsonNode records) {
    Map<String, Double> summary = new HashMap<>();
    summary.put("record_count", (double) records.size());
    ToDoubleFunction<JsonNode> cpu = r -> share(r, "used_cores", "total_cores");
    summary.put("avg_cpu_utilization", all(records, cpu).average().orElse(0));
    summary.put("peak_cpu_cores", all(records, r -> number(r, "used_cores")).max().orElse(0));
    ToDoubleFunction<JsonNode> ram = r -> share(r, "used_ram", "total_ram");
    summary.put("avg_ram_utilization", all(records, ram).average().orElse(0));
    summary.put("peak_ram_gb", all(records, r -> number(r, "used_ram") / 1024).max().orElse(0));
    summary.put("avg_storage_used_gb", all(records, ClientSummary::tiers).average().orElse(0));
    summary.put("peak_storage_used_gb", all(records, ClientSummary::tiers).max().orElse(0));
    summary.put("total_gpus", number(records.path(0), "gpus_total"));
    summary.put("avg_gpus_used", all(records, r -> number(r, "gpus")).average().orElse(0));
    summary.put("total_vgpus", number(records.path(0), "vgpus_total"));
    summary.put("avg_vgpus_used", all(records, r -> number(r, "vgpus")).average().orElse(0));
    return summary;
  }

  private static DoubleStream all(JsonNode records, ToDoubleFunction<JsonNode> value) {
    return StreamSupport.stream(records.spliterator(), false).mapToDouble(value);
  }

  private static double number(JsonNode record, String name) {
    return record.path(name).asDouble();
  }

  private static double share(JsonNode record, String used, String total) {
    return number(record, total) == 0 ? 0 : number(record, used) * 100 / number(record, total);
  }

  private static double tiers(JsonNode record) {
    double sum = 0;
    for (int tier = 0; tier <= 5; tier++) {
      sum += number(record, "tier_" + tier + "_used");
    }
    return sum / GB;
  }
}
