package io.chihiro.ocr.photo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/// What the camera noted in EXIF.
///
/// The time stays the camera's local time: the offset is kept beside it and never applied, because
/// the owner's day is the day on the owner's clock.
record CameraNotes(
    Optional<LocalDateTime> capturedAt,
    Optional<ZoneOffset> capturedOffset,
    Orientation orientation) {
  private static final DateTimeFormatter EXIF_TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final CameraNotes NOTHING =
      new CameraNotes(Optional.empty(), Optional.empty(), Orientation.UPRIGHT);

  /// The notes in a file; a photo whose notes are damaged is still a photo, so then there are none.
  static CameraNotes of(Path file) {
    try {
      return of(ImageMetadataReader.readMetadata(file.toFile()));
    } catch (ImageProcessingException | IOException | RuntimeException damaged) {
      return NOTHING; // the reader also throws unchecked exceptions over damaged tags
    }
  }

  private static CameraNotes of(Metadata metadata) {
    var exif =
        Optional.<Directory>ofNullable(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class));
    return new CameraNotes(
        exif.flatMap(tags -> text(tags, ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL))
            .flatMap(CameraNotes::time),
        exif.flatMap(tags -> text(tags, ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL))
            .flatMap(CameraNotes::offset),
        orientation(metadata));
  }

  private static Orientation orientation(Metadata metadata) {
    return Optional.<Directory>ofNullable(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class))
        .map(tags -> tags.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
        .map(Orientation::ofExif)
        .orElse(Orientation.UPRIGHT);
  }

  private static Optional<String> text(Directory tags, int tag) {
    return Optional.ofNullable(tags.getString(tag)).map(String::strip);
  }

  static Optional<LocalDateTime> time(String exif) {
    try {
      return Optional.of(LocalDateTime.parse(exif, EXIF_TIME));
    } catch (DateTimeException unset) {
      return Optional.empty(); // a camera without a clock writes zeroes or blanks
    }
  }

  static Optional<ZoneOffset> offset(String exif) {
    try {
      return Optional.of(ZoneOffset.of(exif));
    } catch (DateTimeException unset) {
      return Optional.empty();
    }
  }
}
