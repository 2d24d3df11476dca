package io.chihiro.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/// What the door needs from its surroundings.
@ApplicationScoped
public class DoorBeans {
  @Produces
  @Singleton
  InstantSource clock() {
    return Clock.systemUTC();
  }

  /// Unknown fields are refused by name; absent ones are left out of answers.
  @Produces
  @Singleton
  ObjectMapperCustomizer strictness() {
    return DoorBeans::strict;
  }

  private static void strict(ObjectMapper mapper) {
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.setDefaultPropertyInclusion(
        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS));
  }
}
