package io.ledgerline.notify.channel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Collectors;

/** What the receiver's side gave as proof. In JSON {@code channel} tells the kinds apart. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "channel")
@JsonSubTypes({@JsonSubTypes.Type(Receipt.Mail.class), @JsonSubTypes.Type(Receipt.Objects.class)})
@RegisterForReflection
public sealed interface Receipt {
  /** One line for people. */
  String summary();

  /**
   * A mail server took the mail for all recipients.
   *
   * @param messageId the mail's Message-ID, with its angle brackets
   * @param recipients how many
   * @param attachments names of the attached files; empty when they were too large
   */
  @JsonTypeName("email")
  @RegisterForReflection
  record Mail(String messageId, int recipients, List<String> attachments) implements Receipt {
    /** Copies the names. */
    public Mail {
      attachments = List.copyOf(attachments);
    }

    @Override
    public String summary() {
      return "Message-ID " + messageId;
    }
  }

  /**
   * A store holds the objects.
   *
   * @param objects one for each artifact
   */
  @JsonTypeName("s3")
  @RegisterForReflection
  record Objects(List<StoredFile> objects) implements Receipt {
    /** Copies the list. */
    public Objects {
      objects = List.copyOf(objects);
    }

    @Override
    public String summary() {
      return objects.stream()
          .map(o -> "s3://" + o.bucket() + "/" + o.key())
          .collect(Collectors.joining(" "));
    }
  }

  /**
   * An object as the store says it is.
   *
   * @param bucket the bucket
   * @param key the key
   * @param etag the store's mark of this version
   * @param size in bytes
   * @param sha256 of the bytes sent
   */
  @RegisterForReflection
  record StoredFile(String bucket, String key, String etag, long size, String sha256) {}
}
