package io.chihiro.ocr;

import io.chihiro.door.Hyphenated;

/// Why an entry waits for its owner.
enum ReviewReason {
  NOT_READ("No engine could read it: write what it says, or discard it."),
  NO_DATE("No date was found on it."),
  DOUBTFUL_DATE("The date is doubtful."),
  OUT_OF_ORDER("The date lies outside of those of the pages around it."),
  CONTINUES_PAGE("It carries no date and may go on from the page before."),
  POORLY_READ("It was read with little certainty.");

  private final String sentence;

  ReviewReason(String sentence) {
    this.sentence = sentence;
  }

  /// For the owner to read.
  String sentence() {
    return sentence;
  }

  /// `no-date`
  String code() {
    return Hyphenated.of(this);
  }
}
