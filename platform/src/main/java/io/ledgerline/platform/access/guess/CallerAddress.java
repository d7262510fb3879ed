package io.ledgerline.platform.access.guess;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Where a request came from. */
@Singleton
public class CallerAddress {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String UNKNOWN = "unknown";
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");
  private static final int NETWORK_GROUPS = 4;

  private final int trustedProxies;

  @Inject
  CallerAddress(GuessConfig config) {
    this(config.trustedProxies());
  }

  CallerAddress(int trustedProxies) {
    this.trustedProxies = trustedProxies;
  }

  /** The address; with trusted proxies the one that the outermost of them was called from. */
  public String of(HttpServerRequest request) {
    SocketAddress peer = request.remoteAddress();
    String connected = peer == null || peer.hostAddress() == null ? UNKNOWN : peer.hostAddress();
    return of(connected, request.headers().getAll(FORWARDED_FOR));
  }

  String of(String connected, List<String> forwarded) {
    if (trustedProxies <= 0) {
      return connected;
    }
    List<String> hops =
        forwarded.stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .filter(hop -> ADDRESS.matcher(hop).matches())
            .toList();
    return hops.isEmpty() ? connected : hops.get(Math.max(0, hops.size() - trustedProxies));
  }

  /** What counts as one caller: an IPv4 address, or the /64 network of an IPv6 one. */
  public static String network(String address) {
    int zone = address.indexOf('%');
    String plain = zone < 0 ? address : address.substring(0, zone);
    if (plain.chars().filter(c -> c == ':').count() < 2 || plain.contains(".")) {
      return plain;
    }
    return String.join(":", Arrays.asList(groups(plain)).subList(0, NETWORK_GROUPS)) + "::/64";
  }

  private static String[] groups(String address) {
    String[] groups = new String[8];
    Arrays.fill(groups, "0");
    int gap = address.indexOf("::");
    String head = gap < 0 ? address : address.substring(0, gap);
    String[] first = head.isEmpty() ? new String[0] : head.split(":");
    System.arraycopy(first, 0, groups, 0, Math.min(first.length, groups.length));
    return groups;
  }
}
