package io.chihiro.models;

import java.time.LocalDate;

/// What is asked, and when.
///
/// @param text how somebody feels
/// @param now the day it is asked on; what uses no text knows only this
public record Question(String text, LocalDate now) {}
