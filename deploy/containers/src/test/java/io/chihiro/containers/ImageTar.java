package io.chihiro.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// An image in a file, as an engine loads it, unpacked.
///
/// @param config what the image says of itself
/// @param entries of all layers, the upper ones over the lower, by path
/// @param files where they are unpacked to
record ImageTar(
    JsonNode manifest, JsonNode config, Map<String, TarArchiveEntry> entries, Path files) {
  private static final JsonMapper JSON = new JsonMapper();

  static ImageTar open(Path tar, Path folder) throws IOException {
    Path whole = folder.resolve("whole");
    var _ = unpack(Files.newInputStream(tar), whole);
    JsonNode manifest = JSON.readTree(whole.resolve("manifest.json").toFile()).get(0);
    Map<String, TarArchiveEntry> entries = new LinkedHashMap<>();
    for (JsonNode layer : manifest.path("Layers")) {
      InputStream in = Files.newInputStream(whole.resolve(layer.asText()));
      entries.putAll(unpack(new GZIPInputStream(in), folder.resolve("files")));
    }
    JsonNode config = JSON.readTree(whole.resolve(manifest.path("Config").asText()).toFile());
    return new ImageTar(manifest, config, entries, folder.resolve("files"));
  }

  private static Map<String, TarArchiveEntry> unpack(InputStream from, Path to) throws IOException {
    Map<String, TarArchiveEntry> entries = new LinkedHashMap<>();
    try (var tar = new TarArchiveInputStream(new BufferedInputStream(from))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = to.resolve(entry.getName().replaceFirst("^/", "")).normalize();
        entries.put("/" + to.relativize(file), entry);
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(tar, file);
        }
      }
    }
    return entries;
  }
}
