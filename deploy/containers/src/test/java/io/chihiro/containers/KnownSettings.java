package io.chihiro.containers;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.chihiro.events.BrokerConnection;
import io.chihiro.local.Service;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which settings a service really reads: those of its own `…Settings` and of the libraries it
/// uses, those that its `application.properties` names, and how it reaches its broker.
///
/// @param properties such as `chihiro.token.file`
record KnownSettings(Service service, Set<String> properties) {
  private static final String MAPPING = "io.smallrye.config.ConfigMapping";
  private static final String NAME = "io.smallrye.config.WithName";
  private static final Pattern NAMED = Pattern.compile("\\$\\{(chihiro[a-z0-9.-]*)");
  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("io.chihiro");

  static KnownSettings of(Service service) {
    Set<String> all = new TreeSet<>();
    mappings(service).forEach(mapping -> all.addAll(below(prefix(mapping), mapping)));
    Properties own = applicationProperties(service);
    all.addAll(own.stringPropertyNames());
    own.values().forEach(value -> all.addAll(named(value.toString())));
    Stream.of(BrokerConnection.Setting.values()).forEach(setting -> all.add(setting.property()));
    return new KnownSettings(service, all);
  }

  /// Whether a variable of the environment sets something that is read.
  boolean reads(String variable) {
    return properties.stream().map(KnownSettings::variable).anyMatch(variable::equals);
  }

  /// Whether there is a setting of this name.
  boolean has(String property) {
    return properties.contains(property);
  }

  /// Where the service answers.
  int port() {
    return Integer.parseInt(applicationProperties(service).getProperty("quarkus.http.port"));
  }

  /// How long it waits for calls under way when it ends.
  int shutdownSeconds() {
    String told = applicationProperties(service).getProperty("quarkus.shutdown.timeout");
    return Integer.parseInt(told.toLowerCase(Locale.ROOT).replace("s", ""));
  }

  /// As MicroProfile Config has it: every character that is no letter or digit becomes `_`.
  static String variable(String property) {
    return property.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  static Properties applicationProperties(Service service) {
    try {
      Properties all = new Properties();
      all.load(
          new StringReader(
              Files.readString(
                  DeployFiles.ROOT
                      .resolve(service.title())
                      .resolve("src/main/resources/application.properties"))));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JavaClass> mappings(Service service) {
    String own = "io.chihiro." + service.name().toLowerCase(Locale.ROOT);
    return CLASSES.stream()
        .filter(type -> type.isAnnotatedWith(MAPPING))
        .filter(
            type ->
                type.getPackageName().startsWith(own)
                    || type.getPackageName().equals("io.chihiro.door")
                    || type.getPackageName().equals("io.chihiro.metrics"));
  }

  private static String prefix(JavaClass mapping) {
    return mapping.getAnnotationOfType(MAPPING).get("prefix").orElseThrow().toString();
  }

  private static Set<String> below(String prefix, JavaClass group) {
    Set<String> all = new TreeSet<>();
    for (JavaMethod method : group.getMethods()) {
      if (method.getModifiers().contains(JavaModifier.ABSTRACT)) {
        String name = prefix + "." + name(method);
        JavaClass type = method.getRawReturnType();
        all.addAll(isGroup(type) ? below(name, type) : Set.of(name));
        method.getAnnotations().forEach(each -> all.addAll(named(values(each))));
      }
    }
    return all;
  }

  private static String name(JavaMethod method) {
    return method.isAnnotatedWith(NAME)
        ? method.getAnnotationOfType(NAME).get("value").orElseThrow().toString()
        : hyphenated(method.getName());
  }

  private static boolean isGroup(JavaClass type) {
    return type.isInterface() && type.getPackageName().startsWith("io.chihiro");
  }

  private static String values(JavaAnnotation<?> annotation) {
    return annotation.getProperties().values().toString();
  }

  private static Set<String> named(String text) {
    return NAMED
        .matcher(text)
        .results()
        .map((MatchResult each) -> each.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String hyphenated(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
