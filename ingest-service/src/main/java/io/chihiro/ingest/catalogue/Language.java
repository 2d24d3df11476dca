package io.chihiro.ingest.catalogue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A language as ISO 639 has it: `en` for `en-US`, `EN` and `English`.
final class Language {
  private static final Pattern CODE = Pattern.compile("([a-z]{2,3})(?:[-_][a-z0-9_-]{2,20})?");
  private static final Map<String, String> BY_NAME = byName();

  private Language() {}

  /// The code of a language; empty if nobody knows such a language.
  static Optional<String> of(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    var code = CODE.matcher(plain);
    return code.matches() ? Optional.of(code.group(1)) : Optional.ofNullable(BY_NAME.get(plain));
  }

  private static Map<String, String> byName() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      String name = Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
      names.put(name.toLowerCase(Locale.ROOT), code);
    }
    return Map.copyOf(names);
  }
}
