package io.ledgerline.local.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;

/**
 * What a check found.
 *
 * @param manifest what the bundle says; null when that cannot be read
 * @param keyId the key that signed it; null when none did
 * @param keyWasGiven whether that is a key that the caller knows
 * @param findings what is not as it was signed; empty when all is
 */
public record BundleVerdict(
    JsonNode manifest, String keyId, boolean keyWasGiven, List<String> findings) {
  /** Whether nothing was changed, missing or added since it was signed. */
  public boolean isProved() {
    return keyId != null && findings.isEmpty();
  }

  /** Tells it to a person. */
  public void tell(PrintWriter out) {
    if (manifest != null) {
      line(out, "report", text("/kind") + " of tenant " + text("/tenant"));
      line(out, "run", text("/runId"));
      line(
          out,
          "period",
          text("/period/from") + " to " + text("/period/to") + ", " + text("/period/zone"));
      line(
          out,
          "counts",
          text("/counts/rows")
              + " rows of "
              + text("/counts/events")
              + " events, "
              + text("/counts/unratedEvents")
              + " without a price");
      line(out, "charges", text("/totals/charges") + " " + text("/totals/currency"));
      line(
          out,
          "ledger",
          text("/reconciliation/result")
              + ", seal "
              + text("/ledger/watermark")
              + ", chain "
              + text("/ledger/chainHead"));
      line(out, "files", Integer.toString(manifest.path("files").size()));
    }
    findings.forEach(finding -> out.println("NOT AS SIGNED: " + finding));
    if (!isProved()) {
      out.println("The bundle is not what was signed. Do not trust it.");
      return;
    }
    out.println("All files are as they were signed with key " + keyId + ".");
    if (!keyWasGiven) {
      out.println(
          "The key came with the bundle: compare its id with GET /api/v1/signing-keys, or give the"
              + " key with --key, to know who signed.");
    }
  }

  private String text(String pointer) {
    return BundleCheck.shown(manifest.at(pointer).asText("?"));
  }

  private static void line(PrintWriter out, String label, String value) {
    out.printf("%-8s %s%n", label, value);
  }
}
