package io.ledgerline.local.demo;

import io.ledgerline.local.client.StoreClient;
import io.ledgerline.local.parts.Buckets;
import java.io.IOException;
import java.util.List;

/** Puts a delivery of log objects into the store. */
final class LogUpload {
  private LogUpload() {}

  /**
   * Writes all objects below a prefix that no earlier demo used.
   *
   * @return what was written
   */
  static Uploaded write(DemoSuite suite, List<TraceRequest> trace, DemoOutput out)
      throws IOException {
    try (StoreClient store = new StoreClient(suite.parts().s3())) {
      store.createBucket(Buckets.BEDROCK_LOGS);
      String prefix = freePrefix(store);
      List<LogObject> objects = new LogDelivery(Buckets.BEDROCK_LOGS, prefix).objectsOf(trace);
      for (LogObject object : objects) {
        store.put(Buckets.BEDROCK_LOGS, object.key(), object.bytes());
      }
      long records = count(objects, LogObject.Kind.RECORDS);
      out.say(
          "%d objects of gzipped JSON lines, %d request body, %d permission-check markers",
          records,
          count(objects, LogObject.Kind.BODY),
          count(objects, LogObject.Kind.PERMISSION_CHECK));
      out.say("s3://%s/%s", Buckets.BEDROCK_LOGS, objects.getFirst().key());
      return new Uploaded(prefix, records);
    }
  }

  private static String freePrefix(StoreClient store) {
    int number = 1;
    while (!store.keys(Buckets.BEDROCK_LOGS, prefix(number)).isEmpty()) {
      number++;
    }
    return prefix(number);
  }

  private static String prefix(int number) {
    return "delivery-" + number + "/";
  }

  private static long count(List<LogObject> objects, LogObject.Kind kind) {
    return objects.stream().filter(object -> object.kind() == kind).count();
  }

  /**
   * What was written.
   *
   * @param prefix where
   * @param recordObjects objects that hold records
   */
  record Uploaded(String prefix, long recordObjects) {}
}
