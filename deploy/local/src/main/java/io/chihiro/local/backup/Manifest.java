package io.chihiro.local.backup;

import java.util.List;

/// What a backup holds; the last thing that is written into it.
///
/// @param format of the backup, [#FORMAT]
/// @param createdAt when it was begun, in UTC
/// @param partitions of every topic
/// @param files of the home
/// @param topics in the order in which they were read
/// @param leftOut what is not in it, a sentence each
public record Manifest(
    int format,
    String createdAt,
    int partitions,
    List<FilePart> files,
    List<TopicPart> topics,
    List<String> leftOut) {
  /// The format that is written now.
  public static final int FORMAT = 1;

  static final String ENTRY = "manifest.json";

  /// A file of the home.
  ///
  /// @param path in the home, with `/`
  /// @param entry in the archive
  /// @param bytes how large
  /// @param sha256 of its content
  /// @param modifiedMillis when it was last written, in epoch milliseconds
  public record FilePart(
      String path, String entry, long bytes, String sha256, long modifiedMillis) {}

  /// A topic.
  ///
  /// @param topic its name
  /// @param entry in the archive
  /// @param records how many
  /// @param sha256 of the entry
  public record TopicPart(String topic, String entry, long records, String sha256) {}

  /// How many records are in all topics.
  public long records() {
    return topics.stream().mapToLong(TopicPart::records).sum();
  }

  /// How large all files are.
  public long fileBytes() {
    return files.stream().mapToLong(FilePart::bytes).sum();
  }
}
