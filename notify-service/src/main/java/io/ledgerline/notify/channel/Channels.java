package io.ledgerline.notify.channel;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** All channels of this service. */
@ApplicationScoped
public class Channels {
  private final List<Channel> channels;

  Channels(@All List<Channel> channels) {
    this.channels = channels.stream().sorted(Comparator.comparing(Channel::name)).toList();
  }

  /**
   * The channel of a name.
   *
   * @throws SendException permanent, when there is none
   */
  public Channel named(String name) {
    return channels.stream()
        .filter(channel -> channel.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new SendException(true, "There is no channel " + name + ".", null));
  }

  /** What is configured, sorted by name. */
  public List<ChannelInfo> infos() {
    return channels.stream().map(Channel::info).toList();
  }
}
