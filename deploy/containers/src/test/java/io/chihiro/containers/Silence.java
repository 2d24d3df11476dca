package io.chihiro.containers;

import java.util.Map;

/// What others have to be told so that they tell nobody anything.
final class Silence {
  /// Reports, updates, news, pictures of people, plugins, snapshots elsewhere.
  static final Map<String, String> GRAFANA =
      Map.ofEntries(
          Map.entry("GF_ANALYTICS_REPORTING_ENABLED", "false"),
          Map.entry("GF_ANALYTICS_CHECK_FOR_UPDATES", "false"),
          Map.entry("GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES", "false"),
          Map.entry("GF_ANALYTICS_FEEDBACK_LINKS_ENABLED", "false"),
          Map.entry("GF_NEWS_NEWS_FEED_ENABLED", "false"),
          Map.entry("GF_SECURITY_DISABLE_GRAVATAR", "true"),
          Map.entry("GF_SNAPSHOTS_EXTERNAL_ENABLED", "false"),
          Map.entry("GF_PLUGINS_PLUGIN_ADMIN_ENABLED", "false"),
          Map.entry("GF_PLUGINS_PREINSTALL_DISABLED", "true"),
          Map.entry("GF_USERS_ALLOW_SIGN_UP", "false"));

  /// Updates, calls home, a page of its own.
  static final Map<String, String> MINIO =
      Map.of("MINIO_UPDATE", "off", "MINIO_CALLHOME_ENABLE", "off", "MINIO_BROWSER", "off");

  private Silence() {}
}
