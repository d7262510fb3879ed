package io.ledgerline.local.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * The trace as Bedrock would deliver it into a bucket: a folder per account, region and hour, and
 * in it gzipped files of at most 200 records. The longest request's body lies apart, and each
 * account has the marker of a permission check.
 */
final class LogDelivery {
  private static final int RECORDS_PER_OBJECT = 200;
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final String bucket;
  private final String prefix;

  /**
   * A delivery to a place of its own.
   *
   * @param bucket the bucket
   * @param prefix the log prefix, ending with a slash; another one makes other object names
   */
  LogDelivery(String bucket, String prefix) {
    this.bucket = bucket;
    this.prefix = prefix;
  }

  /** All objects, records first. */
  List<LogObject> objectsOf(List<TraceRequest> requests) throws IOException {
    TraceRequest longest =
        requests.stream().max(Comparator.comparingInt(TraceRequest::contextTokens)).orElseThrow();
    SortedMap<String, List<TraceRequest>> folders = new TreeMap<>();
    for (TraceRequest request : requests) {
      folders.computeIfAbsent(folderOf(request), folder -> new ArrayList<>()).add(request);
    }
    List<LogObject> objects = new ArrayList<>();
    for (Map.Entry<String, List<TraceRequest>> folder : folders.entrySet()) {
      List<TraceRequest> all = folder.getValue();
      for (int from = 0; from < all.size(); from += RECORDS_PER_OBJECT) {
        int to = Math.min(from + RECORDS_PER_OBJECT, all.size());
        objects.add(records(folder.getKey(), all.subList(from, to), longest));
      }
    }
    objects.add(
        new LogObject(bodyKey(longest), gzip("{\"prompt\":\"(none)\"}"), LogObject.Kind.BODY));
    for (String account : AssignmentRule.ACCOUNTS) {
      String marker = logs(account) + "amazon-bedrock-logs-permission-check";
      objects.add(new LogObject(marker, new byte[0], LogObject.Kind.PERMISSION_CHECK));
    }
    return objects;
  }

  private String logs(String account) {
    return prefix + "AWSLogs/" + account + "/BedrockModelInvocationLogs/";
  }

  private String folderOf(TraceRequest request) {
    AssignmentRule.Assigned assigned = AssignmentRule.of(request);
    return logs(assigned.account()) + assigned.region() + "/" + HOUR.format(request.at()) + "/";
  }

  private String bodyKey(TraceRequest request) {
    return folderOf(request) + "data/" + LogRecord.requestId(request) + "_input.json.gz";
  }

  private LogObject records(String folder, List<TraceRequest> some, TraceRequest longest)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    for (TraceRequest request : some) {
      String body = request.equals(longest) ? "s3://" + bucket + "/" + bodyKey(request) : null;
      lines.append(LogRecord.line(request, AssignmentRule.of(request), body)).append('\n');
    }
    Instant written = some.getLast().at();
    UUID name = UUID.nameUUIDFromBytes((folder + written).getBytes(StandardCharsets.UTF_8));
    String key =
        folder
            + STAMP.format(written)
            + "_"
            + HexFormat.of().toHexDigits(name.getMostSignificantBits())
            + ".json.gz";
    return new LogObject(key, gzip(lines.toString()), LogObject.Kind.RECORDS);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
