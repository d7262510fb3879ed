package io.ledgerline.platform.access.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {
  @Test
  void withoutTrustedProxiesTheHeaderIsNotLookedAt() {
    assertThat(new CallerAddress(0).of("10.0.0.9", List.of("1.2.3.4"))).isEqualTo("10.0.0.9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 6.6.6.6, 1.2.3.4 | 1.2.3.4",
        "2 | 6.6.6.6, 1.2.3.4, 10.0.0.2 | 1.2.3.4",
        "2 | 1.2.3.4 | 1.2.3.4",
        "1 | not an address | 10.0.0.9",
        "1 | 2001:db8::1 | 2001:db8::1"
      })
  void whatTheTrustedProxiesAddedCountsAndNothingBeforeIt(int proxies, String header, String at) {
    assertThat(new CallerAddress(proxies).of("10.0.0.9", List.of(header))).isEqualTo(at);
  }

  @Test
  void aHeaderInSeveralLinesIsOne() {
    assertThat(new CallerAddress(1).of("10.0.0.9", List.of("6.6.6.6", "1.2.3.4")))
        .isEqualTo("1.2.3.4");
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "2001:db8:1:2::7, 2001:db8:1:2::/64",
    "2001:db8::1, 2001:db8:0:0::/64",
    "::1, 0:0:0:0::/64",
    "fe80::1%eth0, fe80:0:0:0::/64",
    "::ffff:192.0.2.1, ::ffff:192.0.2.1",
    "unknown, unknown"
  })
  void anIpv6NetworkIsOneCaller(String address, String network) {
    assertThat(CallerAddress.network(address)).isEqualTo(network);
  }
}
