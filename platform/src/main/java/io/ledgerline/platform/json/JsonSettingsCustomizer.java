package io.ledgerline.platform.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Gives the application's mapper the {@link JsonSettings}. */
@Singleton
public class JsonSettingsCustomizer implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    JsonSettings.apply(mapper);
  }
}
