package io.chihiro.sample;

/// A sentence a person would type, and the era of the sample life that it belongs to.
public record GoldenMood(String text, Era era) {}
