package io.ledgerline.report.pricing.rest;

import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.imports.AwsSampleFormat;
import io.ledgerline.report.pricing.imports.PriceList;
import io.ledgerline.report.pricing.imports.litellm.HistoryFormat;
import io.ledgerline.report.pricing.imports.litellm.LitellmFormat;
import io.ledgerline.report.pricing.imports.table.PriceTableFormat;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The formats in which price lists come. */
enum ImportFormat {
  AWS_SAMPLE(AwsSampleFormat.NAME) {
    @Override
    PriceList read(byte[] body, Validity otherwise) {
      return AwsSampleFormat.read(new StringReader(text(body)), otherwise);
    }
  },
  LITELLM(LitellmFormat.NAME) {
    @Override
    PriceList read(byte[] body, Validity otherwise) {
      return LitellmFormat.read(new ByteArrayInputStream(body), otherwise);
    }
  },
  LITELLM_HISTORY(HistoryFormat.NAME) {
    @Override
    PriceList read(byte[] body, Validity otherwise) {
      return HistoryFormat.read(new StringReader(text(body)));
    }
  },
  CSV(PriceTableFormat.NAME) {
    @Override
    PriceList read(byte[] body, Validity otherwise) {
      return PriceTableFormat.read(text(body), otherwise);
    }
  };

  private final String title;

  ImportFormat(String title) {
    this.title = title;
  }

  /** Reads a list; {@code otherwise} is the validity of prices for which it states none. */
  abstract PriceList read(byte[] body, Validity otherwise);

  /** The format of that name. */
  static ImportFormat named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.title.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidRequest.field(
                    "format",
                    "unknown-format",
                    "'format' is one of "
                        + String.join(
                            ", ", Arrays.stream(values()).map(format -> format.title).toList())
                        + "."));
  }

  /** UTF-8, and nothing that only looks like it: a wrong letter is another model. */
  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw InvalidRequest.field(
          "", "not-utf-8", "The list is not UTF-8; save it as 'CSV UTF-8' and send it again.");
    }
  }
}
