package io.ledgerline.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a report's artifacts are to be delivered. In JSON the property {@code channel} tells the
 * kinds apart.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "channel")
@JsonSubTypes({
  @JsonSubTypes.Type(DeliveryTarget.Email.class),
  @JsonSubTypes.Type(DeliveryTarget.S3.class)
})
public sealed interface DeliveryTarget {
  /** The channel's name on the wire. */
  String channel();

  /** Canonical text that tells targets of one channel apart, also shown to people. */
  String address();

  /**
   * One mail to all addresses, the artifacts attached.
   *
   * @param to 1 to 50 addresses
   */
  @JsonTypeName("email")
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Email(List<String> to) implements DeliveryTarget {
    private static final Pattern ADDRESS =
        Pattern.compile("[^\\s\\p{Cntrl}@<>,;:\"]{1,64}@[^\\s\\p{Cntrl}@<>,;:\"]{1,255}");

    /** Most addresses of one mail. */
    public static final int MAX_RECIPIENTS = 50;

    /** Checks the addresses. */
    public Email {
      if (to == null || to.isEmpty() || to.size() > MAX_RECIPIENTS) {
        throw new InvalidValueException(
            "to", "invalid-recipients", "'to' takes 1 to " + MAX_RECIPIENTS + " mail addresses.");
      }
      for (String address : to) {
        if (address == null || !ADDRESS.matcher(address).matches()) {
          throw new InvalidValueException(
              "to", "invalid-address", "'to' has an entry that is not a plain mail address.");
        }
      }
      to = List.copyOf(to);
    }

    @Override
    public String channel() {
      return "email";
    }

    @Override
    public String address() {
      return String.join(",", to);
    }
  }

  /**
   * Each artifact as an object of a bucket.
   *
   * @param bucket the bucket's name
   * @param keyPrefix put before the report kind's own key; null or empty for none
   */
  @JsonTypeName("s3")
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record S3(String bucket, String keyPrefix) implements DeliveryTarget {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9!_.*'()=-]+/)*");

    /** Checks the names; a prefix is made of whole folders and ends with a slash. */
    public S3 {
      if (bucket == null || !BUCKET.matcher(bucket).matches() || bucket.contains("..")) {
        throw new InvalidValueException(
            "bucket", "invalid-bucket", "'bucket' is not a bucket's name.");
      }
      keyPrefix = Texts.optional("keyPrefix", keyPrefix, Texts.MAX_NAME);
      if (keyPrefix != null
          && (!PREFIX.matcher(keyPrefix).matches()
              || keyPrefix.contains("../")
              || keyPrefix.contains("./"))) {
        throw new InvalidValueException(
            "keyPrefix",
            "invalid-key-prefix",
            "'keyPrefix' is made of folder names, each followed by '/'.");
      }
    }

    @Override
    public String channel() {
      return "s3";
    }

    @Override
    public String address() {
      return "s3://" + bucket + "/" + (keyPrefix == null ? "" : keyPrefix);
    }
  }
}
